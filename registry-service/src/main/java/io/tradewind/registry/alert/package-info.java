/**
 * What monitoring found wrong with a model, in the model's activity log, so that who deployed what and how it did can be read
 * in one place. Owns nothing of its own; consumes {@code tradewind.alerts}. A model's status follows from what is trained and
 * served, so an alert does not change it.
 */
@NullMarked
package io.tradewind.registry.alert;

import org.jspecify.annotations.NullMarked;

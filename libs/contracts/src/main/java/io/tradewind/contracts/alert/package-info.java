/** Alerts as monitoring publishes them. */
@NullMarked
package io.tradewind.contracts.alert;

import org.jspecify.annotations.NullMarked;

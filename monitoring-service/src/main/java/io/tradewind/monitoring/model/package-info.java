/**
 * Which models there are and whose they are: a projection of {@code tradewind.models}, and the check that a caller may
 * see one. Publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.model;

import org.jspecify.annotations.NullMarked;

/**
 * Sufficient statistics of predictions and their outcomes per model version, variant and hour of prediction time, and
 * the figures that follow from them. Everything is a sum, a count or a mergeable sketch, so that windows add up to
 * longer windows. Owns {@code performance_window} and {@code bar_return}; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.statistics;

import org.jspecify.annotations.NullMarked;

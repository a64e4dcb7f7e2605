/**
 * How far what a model sees and says in production has moved from its training data: histograms on the bins of the
 * bundle's reference profile per hour, and the population stability index of each feature and output from them. Owns
 * {@code drift_reference}, {@code drift_window}, {@code drift_pending} and {@code drift_recorded}; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.drift;

import org.jspecify.annotations.NullMarked;

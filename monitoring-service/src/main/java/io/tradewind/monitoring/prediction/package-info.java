/**
 * The join of predictions with their outcomes by prediction id, in any order of arrival, each counted once. Owns
 * {@code prediction_ledger}; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.prediction;

import org.jspecify.annotations.NullMarked;

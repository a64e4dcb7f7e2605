/**
 * What is bad enough to raise an alert: thresholds as rows that an administrator may replace. Owns {@code threshold} and
 * {@code threshold_set}; publishes nothing.
 */
@NullMarked
package io.tradewind.monitoring.threshold;

import org.jspecify.annotations.NullMarked;

/**
 * Alerts: thresholds evaluated over the figures of every cohort that predicts, and what became of them. Owns
 * {@code alert}; publishes {@code AlertChanged} when one fires, is acknowledged or resolves.
 */
@NullMarked
package io.tradewind.monitoring.alert;

import org.jspecify.annotations.NullMarked;

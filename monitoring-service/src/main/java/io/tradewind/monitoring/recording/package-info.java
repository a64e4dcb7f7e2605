/**
 * Predictions, outcomes and trades that others report over HTTP. They go to their topic first and are counted when they
 * come back from it, like everything else. Owns nothing; publishes {@code PredictionMade} and {@code OutcomeObserved}.
 */
@NullMarked
package io.tradewind.monitoring.recording;

import org.jspecify.annotations.NullMarked;

/**
 * Predictions asked for with nothing but a symbol: made from the live windows by a deployed model or, where none can,
 * by rules. Publishes {@code PredictionMade} through the journal.
 */
@NullMarked
package io.tradewind.inference.symbol;

import org.jspecify.annotations.NullMarked;

/**
 * The live market: keeps the candles of every series, computes model inputs from them as of any candle, and predicts
 * on each candle that closes. Owns the live cursor on disk; publishes {@code PredictionMade} through the journal.
 */
@NullMarked
package io.tradewind.inference.live;

import org.jspecify.annotations.NullMarked;

/**
 * Finds out what became of predictions from the candles that followed them, and publishes it as
 * {@code OutcomeObserved}. Owns {@code candle_close} and {@code candle_series}, and of the ledger the column
 * {@code waiting}.
 *
 * <p>A prediction is decided by the close of the {@code horizonBars}-th candle that is known after its own. Where candles
 * are missing that is a later one than the clock would say, as it is in the labels models are trained on.
 */
@NullMarked
package io.tradewind.monitoring.outcome;

import org.jspecify.annotations.NullMarked;

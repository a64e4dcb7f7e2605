package io.tradewind.training.candle;

import java.time.Instant;

/**
 * One candle.
 *
 * @param openTime start of the candle, UTC
 * @param volume traded amount in units of the base asset
 */
record CandleView(Instant openTime, double open, double high, double low, double close, double volume) {}

package io.tradewind.training.candle;

/**
 * How many candles a range holds and where they begin and end.
 *
 * @param firstOpenTime milliseconds since the epoch; 0 when there are none
 * @param lastOpenTime milliseconds since the epoch; 0 when there are none
 */
public record SeriesExtent(long candles, long firstOpenTime, long lastOpenTime) {}

package io.tradewind.inference.live;

/**
 * What a model is given about a market at a candle.
 *
 * @param window feature rows, row-major, the oldest first
 * @param openTime of the candle, milliseconds since the epoch
 * @param close of the candle: the price returns are counted from
 */
public record MarketInputs(double[] window, long openTime, double close) {}

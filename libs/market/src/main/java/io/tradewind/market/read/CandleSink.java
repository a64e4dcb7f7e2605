package io.tradewind.market.read;

/** Takes candles one at a time, in the order of their source. */
@FunctionalInterface
public interface CandleSink {
    /**
     * Takes one candle.
     *
     * @param openTime epoch milliseconds UTC
     */
    void accept(long openTime, double open, double high, double low, double close, double volume);
}

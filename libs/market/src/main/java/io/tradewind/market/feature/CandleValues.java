package io.tradewind.market.feature;

import java.time.Instant;

/** What a candle must fulfil before anything is computed from it. */
final class CandleValues {
    private CandleValues() {}

    static void require(long row, long time, double open, double high, double low, double close, double volume) {
        // One sum and one product of signs would be faster still, but would hide which value is wrong.
        boolean good = open > 0
                && high > 0
                && low > 0
                && close > 0
                && volume >= 0
                && open + high + low + close + volume < Double.POSITIVE_INFINITY;
        if (!good) {
            throw new IllegalArgumentException("candle " + row + " at " + Instant.ofEpochMilli(time)
                    + ": prices must be > 0 and volume >= 0, all finite, were open " + open + ", high " + high
                    + ", low " + low + ", close " + close + ", volume " + volume);
        }
    }
}

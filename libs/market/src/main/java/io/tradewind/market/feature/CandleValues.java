package io.tradewind.market.feature;

import java.time.Instant;

import io.tradewind.market.candle.CandleSeries;

/** What a candle must fulfil before anything is computed from it. */
final class CandleValues {
    private CandleValues() {}

    static void require(CandleSeries series) {
        int i = series.firstUnusable();
        if (i >= 0) {
            require(
                    i,
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
    }

    static void require(long row, long time, double open, double high, double low, double close, double volume) {
        if (!CandleSeries.usable(open, high, low, close, volume)) {
            throw new IllegalArgumentException("candle " + row + " at " + Instant.ofEpochMilli(time)
                    + ": prices must be > 0 and volume >= 0, all finite, were open " + open + ", high " + high
                    + ", low " + low + ", close " + close + ", volume " + volume);
        }
    }
}

package io.tradewind.launcher.demo;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

import io.tradewind.market.candle.CandleSeries;

/** Candles as a CSV file with the header {@code timestamp,open,high,low,close,volume}. */
public final class CandleFile {
    private CandleFile() {}

    /** Writes the candles from one index up to, not including, another. */
    public static void write(CandleSeries series, int from, int to, Writer out) throws IOException {
        out.write("timestamp,open,high,low,close,volume\n");
        for (int i = from; i < to; i++) {
            out.write(Instant.ofEpochMilli(series.openTime(i)) + "," + series.open(i) + "," + series.high(i) + ","
                    + series.low(i) + "," + series.close(i) + "," + series.volume(i) + "\n");
        }
    }
}

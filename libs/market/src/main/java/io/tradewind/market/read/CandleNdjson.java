package io.tradewind.market.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads candles from newline-delimited JSON, gzipped or not, a line at a time.
 *
 * <p>A line is a flat object ({@code {"timestamp": ..., "open": ..., "high": ..., "low": ..., "close": ...,
 * "volume": ...}}, or the short names {@code t o h l c v}; numbers may be quoted; other members are skipped) or an
 * array in that order, as exchanges send klines.
 */
public final class CandleNdjson {
    private CandleNdjson() {}

    /**
     * Reads the stream to its end; does not close it.
     *
     * @return how many candles were handed to the sink
     * @throws CandleParseException when a line cannot be read
     */
    public static long read(InputStream source, CandleSink sink) throws IOException {
        return read(Sniffed.open(source), sink);
    }

    static long read(BufferedReader reader, CandleSink sink) throws IOException {
        JsonCandle candle = new JsonCandle();
        long line = 0;
        long rows = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (!text.isBlank()) {
                candle.parse(line, text);
                candle.sendTo(sink);
                rows++;
            }
        }
        return rows;
    }
}

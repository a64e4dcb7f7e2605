package io.tradewind.market.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;

/** Reads candles whichever way they are written: NDJSON when the first line is an object or array, else CSV. */
public final class CandleText {
    private static final int LOOK_AHEAD = 1024;

    private CandleText() {}

    /**
     * Reads the stream, gzipped or not, to its end; does not close it.
     *
     * @return how many candles were handed to the sink
     * @throws CandleParseException when a line cannot be read
     */
    public static long read(InputStream source, CandleSink sink) throws IOException {
        BufferedReader reader = Sniffed.open(source);
        reader.mark(LOOK_AHEAD);
        int first = reader.read();
        for (int looked = 1; looked < LOOK_AHEAD && first >= 0 && Character.isWhitespace(first); looked++) {
            first = reader.read();
        }
        reader.reset();
        return first == '{' || first == '[' ? CandleNdjson.read(reader, sink) : CandleCsv.read(reader, sink);
    }
}

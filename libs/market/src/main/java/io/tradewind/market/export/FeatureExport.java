package io.tradewind.market.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.LongConsumer;

import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.feature.FeatureStream;
import io.tradewind.market.read.CandleText;
import org.jspecify.annotations.Nullable;

/**
 * Streams candles in and their features out as CSV, in constant memory.
 *
 * <p>The header is {@code timestamp,<feature>...}. Times are ISO-8601 UTC open times, values the shortest decimals that
 * read back as the same doubles, cells in a feature's lookback empty.
 */
public final class FeatureExport {
    private static final int PROGRESS_EVERY = 10_000;

    private final FeatureSet set;
    private final @Nullable Timeframe timeframe;

    /** Of candles of any spacing. */
    public FeatureExport(FeatureSet set) {
        this.set = Objects.requireNonNull(set, "set");
        this.timeframe = null;
    }

    /** Of candles of one timeframe; those of a shorter one are refused. */
    public FeatureExport(FeatureSet set, Timeframe timeframe) {
        this.set = Objects.requireNonNull(set, "set");
        this.timeframe = Objects.requireNonNull(timeframe, "timeframe");
    }

    /**
     * Reads candles (CSV or NDJSON, gzipped or not) to the end and writes a row for each; closes neither stream.
     *
     * @param progress told the rows so far every ten thousand, and once at the end
     * @return how many rows were written
     * @throws IllegalArgumentException when a line or candle cannot be used, naming it
     */
    public long run(InputStream candles, OutputStream csv, LongConsumer progress) throws IOException {
        Rows rows = new Rows(csv, progress);
        try {
            rows.header();
            CandleText.read(candles, rows::add);
            rows.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows.count;
    }

    private final class Rows {
        private final FeatureStream stream;
        private final CsvBytes out;
        private final LongConsumer progress;
        private long count;

        Rows(OutputStream csv, LongConsumer progress) {
            FeaturePipeline pipeline = FeaturePipeline.of(set);
            this.stream = timeframe == null ? pipeline.stream() : pipeline.stream(timeframe);
            this.out = new CsvBytes(csv);
            this.progress = progress;
        }

        void header() {
            out.text("timestamp");
            for (String name : set.names()) {
                out.comma();
                out.text(name);
            }
            out.newLine();
        }

        void add(long openTime, double open, double high, double low, double close, double volume) {
            double[] values = stream.onCandle(openTime, open, high, low, close, volume);
            out.time(openTime);
            for (double value : values) {
                out.comma();
                if (!Double.isNaN(value)) {
                    out.number(value);
                }
            }
            out.newLine();
            count++;
            if (count % PROGRESS_EVERY == 0) {
                progress.accept(count);
            }
        }

        void end() {
            out.flush();
            progress.accept(count);
        }
    }
}

package io.tradewind.inference.live;

import java.util.Optional;

import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;
import io.tradewind.market.feature.FeatureStream;

/**
 * The newest rows of one feature set over one candle history, positioned at a candle. Moving forward folds the
 * candles in between; moving back starts over from the oldest candle kept, so that the rows at a candle are the same
 * however often and in whatever order they are asked for. Not thread-safe.
 */
final class FeatureWindow {

    /** Which rows may be used. */
    enum Readiness {
        /** Those that no longer depend on where the history began, all values finite: what models were trained on. */
        WARM,
        /** Any, with NaN where a feature has no value yet: for readers that can do without some. */
        PARTIAL
    }

    private static final long NOWHERE = Long.MIN_VALUE;

    private final FeaturePipeline pipeline;
    private final int columns;
    private final Readiness readiness;
    private FeatureStream stream;
    private double[] ring;
    private int capacity;
    /** Rows in the ring that follow each other without a gap and may be used. */
    private int usable;

    private int newest;
    private long positionedAt = NOWHERE;

    FeatureWindow(FeatureSet features, int rows, Readiness readiness) {
        this.pipeline = FeaturePipeline.of(features);
        this.columns = features.size();
        this.readiness = readiness;
        resize(rows);
    }

    private void resize(int rows) {
        capacity = rows;
        ring = new double[rows * columns];
        startOver();
    }

    private void startOver() {
        stream = pipeline.stream();
        usable = 0;
        newest = -1;
        positionedAt = NOWHERE;
    }

    /** A candle at this time appeared or changed after the fact. */
    void changedAt(long openTime) {
        if (openTime <= positionedAt) {
            startOver();
        }
    }

    /** The last {@code rows} rows as of a candle, row-major; empty while the features are warming up. */
    Optional<double[]> asOf(CandleHistory history, int index, int rows) {
        if (rows > capacity) {
            resize(rows);
        }
        moveTo(history, index);
        return usable < rows ? Optional.empty() : Optional.of(copy(rows));
    }

    private void moveTo(CandleHistory history, int index) {
        int next = nextIndex(history);
        if (index < next - 1) {
            startOver();
            next = 0;
        }
        for (int i = next; i <= index; i++) {
            fold(history.candle(i));
        }
    }

    private int nextIndex(CandleHistory history) {
        if (positionedAt == NOWHERE) {
            return 0;
        }
        int at = history.indexOf(positionedAt);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private void fold(CandleHistory.Candle candle) {
        double[] row = stream.onCandle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
        positionedAt = candle.openTime();
        if (readiness == Readiness.WARM && !(stream.warm() && finite(row))) {
            usable = 0;
            return;
        }
        newest = (newest + 1) % capacity;
        System.arraycopy(row, 0, ring, newest * columns, columns);
        usable = Math.min(usable + 1, capacity);
    }

    private boolean finite(double[] row) {
        for (int i = 0; i < columns; i++) {
            if (!Double.isFinite(row[i])) {
                return false;
            }
        }
        return true;
    }

    private double[] copy(int rows) {
        double[] copy = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            int from = Math.floorMod(newest - rows + 1 + i, capacity);
            System.arraycopy(ring, from * columns, copy, i * columns, columns);
        }
        return copy;
    }
}

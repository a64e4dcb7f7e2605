package io.tradewind.market.feature;

import java.util.Objects;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.candle.Timeframe;
import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;

/** Turns candles into a set's features, in batch or candle by candle, with the same code for both. */
public final class FeaturePipeline {
    /** Candles per block: they stay in the first-level cache while one kernel after the other reads them. */
    private static final int BLOCK = 512;
    /** The same for a lone kernel, which shares that cache with no other. */
    private static final int LONE_BLOCK = 2048;

    private final FeatureSet set;
    private final Wiring wiring;

    private FeaturePipeline(FeatureSet set) {
        this.set = Objects.requireNonNull(set, "set");
        this.wiring = new Wiring(set);
    }

    public static FeaturePipeline of(FeatureSet set) {
        return new FeaturePipeline(set);
    }

    /** The set it computes. */
    public FeatureSet set() {
        return set;
    }

    /**
     * Computes every feature at every candle.
     *
     * @throws IllegalArgumentException when a price is not positive and finite or a volume is negative or not finite,
     *     naming the candle
     */
    public FeatureMatrix compute(CandleSeries series) {
        CandleValues.require(series);
        return computeUnchecked(series);
    }

    /**
     * Computes every feature at every candle into a matrix that is not needed any more.
     *
     * @param reused a result of this pipeline for a series of the same size
     * @throws IllegalArgumentException as {@link #compute(CandleSeries)}, or when the matrix has another shape
     */
    public FeatureMatrix compute(CandleSeries series, FeatureMatrix reused) {
        if (reused.set() != set || reused.rows() != series.size()) {
            throw new IllegalArgumentException("the matrix to reuse must be of this pipeline and have " + series.size()
                    + " rows, had " + reused.rows());
        }
        CandleValues.require(series);
        compute(series, reused.data());
        return reused;
    }

    FeatureMatrix computeUnchecked(CandleSeries series) {
        double[][] columns = new double[set.size()][series.size()];
        compute(series, columns);
        return new FeatureMatrix(set, columns, series.size());
    }

    private void compute(CandleSeries series, double[][] columns) {
        int rows = series.size();
        Kernel[] kernels = wiring.kernels();
        double[][][] outputs = wiring.outputs(kernels, columns, rows);
        int size = kernels.length == 1 ? LONE_BLOCK : BLOCK;
        Block block = Block.over(series, Math.min(size, Math.max(1, rows)), wiring.needs);
        for (int row = 0; row < rows; row += size) {
            int n = Math.min(size, rows - row);
            block.move(row, n);
            for (int k = 0; k < kernels.length; k++) {
                kernels[k].update(block, n, outputs[k], row);
            }
        }
    }

    /** A fresh stream of the same features, for candles of any spacing. */
    public FeatureStream stream() {
        return new FeatureStream(set, wiring, 0);
    }

    /** A fresh stream of the same features that refuses candles of a shorter timeframe. */
    public FeatureStream stream(Timeframe timeframe) {
        // Half, as in a series: a local-time daily candle is 23 hours after its neighbour when clocks change.
        return new FeatureStream(set, wiring, timeframe.millis() / 2);
    }
}

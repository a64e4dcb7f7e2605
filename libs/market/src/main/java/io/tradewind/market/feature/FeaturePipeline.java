package io.tradewind.market.feature;

import java.util.Objects;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;

/** Turns candles into a set's features, in batch or candle by candle, with the same code for both. */
public final class FeaturePipeline {
    /** Candles per block: they stay in the first-level cache while one kernel after the other reads them. */
    private static final int BLOCK = 512;

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

    FeatureMatrix computeUnchecked(CandleSeries series) {
        int rows = series.size();
        double[][] columns = new double[set.size()][rows];
        Kernel[] kernels = wiring.kernels();
        double[][][] outputs = wiring.outputs(columns, rows);
        Block block = Block.over(series, BLOCK, wiring.needsLogReturn, wiring.needsLogVolume);
        for (int row = 0; row < rows; row += BLOCK) {
            int n = Math.min(BLOCK, rows - row);
            block.move(row, n);
            for (int k = 0; k < kernels.length; k++) {
                kernels[k].update(block, n, outputs[k], row);
            }
        }
        return new FeatureMatrix(set, columns, rows);
    }

    /** A fresh stream of the same features. */
    public FeatureStream stream() {
        return new FeatureStream(set, wiring);
    }
}

package io.tradewind.market.feature;

import java.util.Objects;
import java.util.stream.IntStream;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;

/** Turns candles into a set's features, in batch or candle by candle, with the same code for both. */
public final class FeaturePipeline {
    /** Candles per block: the outputs of a kernel for one block stay in the first-level cache. */
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
        Block block = new Block(BLOCK, wiring.needsLogReturn, wiring.needsLogVolume);
        int widest =
                wiring.plans.stream().mapToInt(plan -> plan.outputs()).max().orElseThrow();
        double[] out = new double[widest * BLOCK];
        int[][] columnsOf = columnsByKernel(kernels.length);
        for (int from = 0; from < rows; from += BLOCK) {
            int n = Math.min(BLOCK, rows - from);
            block.fill(series, from, n);
            for (int k = 0; k < kernels.length; k++) {
                kernels[k].update(block, n, out, 0, BLOCK);
                for (int column : columnsOf[k]) {
                    int output = wiring.sources[column] - wiring.bases[k];
                    System.arraycopy(out, output * BLOCK, columns[column], from, n);
                }
            }
        }
        return new FeatureMatrix(set, columns, rows);
    }

    private int[][] columnsByKernel(int kernels) {
        int[][] result = new int[kernels][];
        for (int k = 0; k < kernels; k++) {
            int kernel = k;
            result[k] = IntStream.range(0, set.size())
                    .filter(column -> wiring.planOf[column] == kernel)
                    .toArray();
        }
        return result;
    }

    /** A fresh stream of the same features. */
    public FeatureStream stream() {
        return new FeatureStream(set, wiring);
    }
}

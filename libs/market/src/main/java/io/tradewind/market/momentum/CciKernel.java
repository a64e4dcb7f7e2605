package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/**
 * Commodity channel index.
 *
 * <p>The mean absolute deviation has no running form; at this length a pass over the window is faster than any tree.
 */
final class CciKernel extends Kernel {
    private final int length;
    private final double[] ring;
    private final RollingSum sum;
    private int at;

    CciKernel(int length) {
        this.length = length;
        this.ring = new double[length];
        this.sum = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double typical = (in.high[in.offset + i] + in.low[in.offset + i] + in.close[in.offset + i]) / 3;
            ring[at] = typical;
            at = at + 1 == length ? 0 : at + 1;
            double mean = sum.push(typical) / length;
            out[0][from + i] = in.start + i >= length - 1 ? index(typical - mean, mean) : Double.NaN;
        }
    }

    private double index(double distance, double mean) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < length; j += 2) {
            even += Math.abs(ring[j] - mean);
            odd += Math.abs(ring[j + 1] - mean);
        }
        if (j < length) {
            even += Math.abs(ring[j] - mean);
        }
        double deviation = (even + odd) / length;
        // A mean of equal prices may be one rounding off; that is no deviation.
        return deviation > 1e-15 * mean * length ? distance / (0.015 * deviation) : 0;
    }

    @Override
    public void state(StateCodec codec) {
        codec.reals(ring);
        sum.state(codec);
        at = codec.whole(at);
    }
}

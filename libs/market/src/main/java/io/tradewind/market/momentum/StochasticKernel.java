package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Slow stochastic: %K smoothed, and %D, which is that smoothed again. */
final class StochasticKernel extends Kernel {
    private final int length;
    private final int slowing;
    private final PriceRange range;
    private final RollingSum smoothK;
    private final RollingSum smoothD;

    StochasticKernel(int length, int slowing) {
        this.length = length;
        this.slowing = slowing;
        this.range = new PriceRange(length);
        this.smoothK = new RollingSum(slowing);
        this.smoothD = new RollingSum(slowing);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        range.update(in, n);
        double[] tops = range.highest;
        double[] bottoms = range.lowest;
        double[] slow = out[0];
        double[] signal = out[1];
        for (int i = 0; i < n; i++) {
            double width = tops[i] - bottoms[i];
            double value = 100 * (in.close[in.offset + i] - bottoms[i]) / width;
            slow[from + i] = width > 0 ? value : 0;
        }
        smoothK.push(slow, from, n, slow, from);
        for (int i = 0; i < n; i++) {
            slow[from + i] /= slowing;
        }
        smoothD.push(slow, from, n, signal, from);
        for (int i = 0; i < n; i++) {
            signal[from + i] /= slowing;
        }
        blank(in, n, out, from, length - 1 + 2 * (slowing - 1));
    }

    @Override
    public void state(StateCodec codec) {
        range.state(codec);
        smoothK.state(codec);
        smoothD.state(codec);
    }
}

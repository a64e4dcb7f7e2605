package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMax;
import io.tradewind.market.window.RollingSum;

/** Slow stochastic: %K smoothed, and %D, which is that smoothed again. */
final class StochasticKernel extends Kernel {
    private final int length;
    private final int slowing;
    private final RollingMax highest;
    private final RollingMax lowest;
    private final RollingSum smoothK;
    private final RollingSum smoothD;

    StochasticKernel(int length, int slowing) {
        this.length = length;
        this.slowing = slowing;
        this.highest = new RollingMax(length);
        this.lowest = new RollingMax(length);
        this.smoothK = new RollingSum(slowing);
        this.smoothD = new RollingSum(slowing);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int first = length - 1 + 2 * (slowing - 1);
        for (int i = 0; i < n; i++) {
            double top = highest.push(in.high[in.offset + i]);
            double bottom = -lowest.push(-in.low[in.offset + i]);
            double fast = top > bottom ? 100 * (in.close[in.offset + i] - bottom) / (top - bottom) : 0;
            double slow = smoothK.push(fast) / slowing;
            double signal = smoothD.push(slow) / slowing;
            boolean ready = in.start + i >= first;
            out[0][from + i] = ready ? slow : Double.NaN;
            out[1][from + i] = ready ? signal : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
        smoothK.state(codec);
        smoothD.state(codec);
    }
}

package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMax;

/** Williams %R. */
final class WilliamsKernel extends Kernel {
    private final int length;
    private final RollingMax highest;
    private final RollingMax lowest;

    WilliamsKernel(int length) {
        this.length = length;
        this.highest = new RollingMax(length);
        this.lowest = new RollingMax(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double top = highest.push(in.high[in.offset + i]);
            double bottom = -lowest.push(-in.low[in.offset + i]);
            double value = top > bottom ? -100 * (top - in.close[in.offset + i]) / (top - bottom) : 0;
            out[0][from + i] = in.start + i >= length - 1 ? value : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
    }
}

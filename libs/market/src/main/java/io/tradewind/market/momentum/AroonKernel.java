package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingArgMax;
import io.tradewind.market.window.RollingArgMax.Tie;

/** Aroon up, down and their difference: how recent the highest high and the lowest low are. */
final class AroonKernel extends Kernel {
    private final int length;
    private final RollingArgMax highest;
    private final RollingArgMax lowest;

    AroonKernel(int length) {
        this.length = length;
        this.highest = new RollingArgMax(length + 1, Tie.NEWEST);
        this.lowest = new RollingArgMax(length + 1, Tie.NEWEST);
    }

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        double scale = 100.0 / length;
        for (int i = 0; i < n; i++) {
            double up = scale * (length - highest.push(in.high[i]));
            double down = scale * (length - lowest.push(-in.low[i]));
            boolean ready = in.start + i >= length;
            out[base + i] = ready ? up : Double.NaN;
            out[base + stride + i] = ready ? down : Double.NaN;
            out[base + 2 * stride + i] = ready ? up - down : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
    }
}

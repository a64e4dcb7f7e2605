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
    public void update(Block in, int n, double[][] out, int from) {
        double scale = 100.0 / length;
        for (int i = 0; i < n; i++) {
            double up = scale * (length - highest.push(in.high[in.offset + i]));
            double down = scale * (length - lowest.push(-in.low[in.offset + i]));
            boolean ready = in.start + i >= length;
            out[0][from + i] = ready ? up : Double.NaN;
            out[1][from + i] = ready ? down : Double.NaN;
            out[2][from + i] = ready ? up - down : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
    }
}

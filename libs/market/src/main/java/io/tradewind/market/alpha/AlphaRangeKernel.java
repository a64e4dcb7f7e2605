package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingArgMax;
import io.tradewind.market.window.RollingArgMax.Tie;

/** MAX, MIN, RSV, IMAX, IMIN and IMXD of one window: where the extremes are and how high. */
final class AlphaRangeKernel extends Kernel {
    static final int OUTPUTS = 6;

    private final int length;
    private final RollingArgMax highest;
    private final RollingArgMax lowest;

    AlphaRangeKernel(int length) {
        this.length = length;
        // Qlib's argmax takes the first of equal values.
        this.highest = new RollingArgMax(length, Tie.OLDEST);
        this.lowest = new RollingArgMax(length, Tie.OLDEST);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            int highAge = highest.push(in.high[in.offset + i]);
            int lowAge = lowest.push(-in.low[in.offset + i]);
            int at = from + i;
            if (in.start + i < length - 1) {
                Blank.fill(out, at, 0, OUTPUTS);
                continue;
            }
            double top = highest.value();
            double bottom = -lowest.value();
            out[0][at] = top / close;
            out[1][at] = bottom / close;
            out[2][at] = top > bottom ? (close - bottom) / (top - bottom) : 0;
            out[3][at] = (length - highAge) / (double) length;
            out[4][at] = (length - lowAge) / (double) length;
            out[5][at] = (lowAge - highAge) / (double) length;
        }
    }

    @Override
    public void state(StateCodec codec) {
        highest.state(codec);
        lowest.state(codec);
    }
}

package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Momentum: the change of the close over ten candles. */
final class MomentumKernel extends Kernel {
    /** A constant, and one index in the loop over a series: so it works on many candles at once without copying any. */
    static final int LENGTH = 10;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double[] close = in.close;
        double[] target = out[0];
        int end = from + n;
        int first = Math.min(end, from + Math.max(0, LENGTH - in.start));
        if (in.offset == from) {
            for (int at = first; at < end; at++) {
                target[at] = close[at] - close[at - LENGTH];
            }
        } else {
            int ahead = in.offset - from;
            for (int at = first; at < end; at++) {
                target[at] = close[at + ahead] - close[at + ahead - LENGTH];
            }
        }
        blank(in, n, target, from, LENGTH);
    }

    @Override
    public void state(StateCodec codec) {
        // Everything it looks at is among the candles before the block.
    }
}

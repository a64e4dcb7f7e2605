package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RunningTotal;

/** On-balance volume: a running total that takes each candle's volume with the sign of its move. */
final class ObvKernel extends Kernel {
    private final RunningTotal total = new RunningTotal();

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double[] target = out[0];
        int first = in.start == 0 ? 1 : 0;
        if (first == 1) {
            // The very first candle counts as a rise, as in TA-Lib.
            target[from] = in.volume[in.offset];
        }
        signed(in, in.offset + first, n - first, target, from + first);
        total.add(target, from, n);
    }

    /** Volumes with the sign of their move; the closes before are copied there first, see ChangeKernel. */
    private static void signed(Block in, int now, int n, double[] target, int from) {
        double[] close = in.close;
        double[] volume = in.volume;
        System.arraycopy(close, now - 1, target, from, n);
        if (now == from) {
            for (int at = from; at < from + n; at++) {
                target[at] = Math.signum(close[at] - target[at]) * volume[at];
            }
        } else {
            for (int i = 0; i < n; i++) {
                target[from + i] = Math.signum(close[now + i] - target[from + i]) * volume[now + i];
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        total.state(codec);
    }
}

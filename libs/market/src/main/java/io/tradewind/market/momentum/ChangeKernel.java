package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Rate of change in percent, and momentum, the change itself. */
final class ChangeKernel extends Kernel {
    private final int length;

    ChangeKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double[] close = in.close;
        int begun = Math.min(n, Math.max(0, length - in.start));
        int now = in.offset;
        int then = in.offset - length;
        double[] rate = out[0];
        if (rate != null) {
            for (int i = begun; i < n; i++) {
                rate[from + i] = (close[now + i] / close[then + i] - 1) * 100;
            }
        }
        double[] change = out[1];
        if (change != null) {
            for (int i = begun; i < n; i++) {
                change[from + i] = close[now + i] - close[then + i];
            }
        }
        blank(in, n, out, from, length);
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        // Everything it looks at is among the candles before the block.
    }
}

package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Rate of change in percent. */
final class ChangeKernel extends Kernel {
    private final int length;

    ChangeKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int begun = Math.min(n, Math.max(0, length - in.start));
        int now = in.offset + begun;
        if (out[0] != null && begun < n) {
            rate(in.close, now, n - begun, out[0], from + begun);
        }
        blank(in, n, out, from, length);
    }

    // The closes of then are copied to where the results go: with one index in it, a loop works on many at once.

    private void rate(double[] close, int now, int n, double[] target, int from) {
        System.arraycopy(close, now - length, target, from, n);
        if (now == from) {
            for (int at = from; at < from + n; at++) {
                target[at] = (close[at] / target[at] - 1) * 100;
            }
        } else {
            for (int i = 0; i < n; i++) {
                target[from + i] = (close[now + i] / target[from + i] - 1) * 100;
            }
        }
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

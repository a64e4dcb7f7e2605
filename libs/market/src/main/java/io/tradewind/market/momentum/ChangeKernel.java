package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.Delay;

/** Rate of change in percent, and momentum, the change itself. */
final class ChangeKernel extends Kernel {
    private final Delay closes;

    ChangeKernel(int length) {
        this.closes = new Delay(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            // NaN until there is a close that old, and so are both results.
            double then = closes.push(close);
            out[0][from + i] = (close / then - 1) * 100;
            out[1][from + i] = close - then;
        }
    }

    @Override
    public void state(StateCodec codec) {
        closes.state(codec);
    }
}

package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.Delay;
import io.tradewind.market.window.SortedWindow;

/** ROC, QTLU, QTLD and RANK of one window. */
final class AlphaOrderKernel extends Kernel {
    static final int OUTPUTS = 4;

    private final int length;
    private final Delay closes;
    private final SortedWindow sorted;

    AlphaOrderKernel(int length) {
        this.length = length;
        this.closes = new Delay(length);
        this.sorted = new SortedWindow(length);
    }

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            double close = in.close[i];
            sorted.push(close);
            boolean ready = in.start + i >= length - 1;
            int at = base + i;
            out[at] = closes.push(close) / close;
            out[at + stride] = ready ? sorted.quantile(0.8) / close : Double.NaN;
            out[at + 2 * stride] = ready ? sorted.quantile(0.2) / close : Double.NaN;
            out[at + 3 * stride] = ready ? sorted.rank(close) : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        closes.state(codec);
        sorted.state(codec);
    }
}

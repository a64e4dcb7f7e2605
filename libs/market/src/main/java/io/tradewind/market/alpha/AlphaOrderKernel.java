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
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            sorted.push(close);
            boolean ready = in.start + i >= length - 1;
            int at = from + i;
            out[0][at] = closes.push(close) / close;
            out[1][at] = ready ? sorted.quantile(0.8) / close : Double.NaN;
            out[2][at] = ready ? sorted.quantile(0.2) / close : Double.NaN;
            out[3][at] = ready ? sorted.rank(close) : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        closes.state(codec);
        sorted.state(codec);
    }
}

package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Simple moving average of closes and the close's distance to it. */
final class SmaKernel extends Kernel {
    private final int length;
    private final RollingSum sum;

    SmaKernel(int length) {
        this.length = length;
        this.sum = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            double average = sum.push(close) / length;
            boolean ready = in.start + i >= length - 1;
            out[0][from + i] = ready ? average : Double.NaN;
            out[1][from + i] = ready ? close / average - 1 : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        sum.state(codec);
    }
}

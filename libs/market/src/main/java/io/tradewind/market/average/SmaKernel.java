package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Simple moving average of closes and the close's distance to it. */
final class SmaKernel extends Kernel {
    private final int length;
    private final RollingSum sum;
    private double[] averages = {};

    SmaKernel(int length) {
        this.length = length;
        this.sum = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        boolean raw = out[0] != null;
        averages = raw ? averages : atLeast(averages, n);
        double[] means = raw ? out[0] : averages;
        int first = raw ? from : 0;
        sum.push(in.close, in.offset, n, means, first);
        double share = 1.0 / length;
        for (int at = first; at < first + n; at++) {
            means[at] *= share;
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / means[first + i] - 1;
            }
        }
        blank(in, n, out, from, length - 1);
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        sum.state(codec);
    }
}

package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Exponential moving average of closes, begun with a simple one, and the close's distance to it. */
final class EmaKernel extends Kernel {
    private final int length;
    /** Before the first average: the sum so far. */
    private double average;

    private double[] averages = {};

    EmaKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        averages = atLeast(averages, n);
        boolean raw = out[0] != null;
        double[] target = raw ? out[0] : averages;
        int shift = raw ? from : 0;
        double gain = 2.0 / (length + 1);
        int begun = begin(in, n, target, shift);
        double value = average;
        for (int i = begun; i < n; i++) {
            value += gain * (in.close[in.offset + i] - value);
            target[shift + i] = value;
        }
        average = value;
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / target[shift + i] - 1;
            }
        }
        blank(in, n, out, from, length - 1);
    }

    private int begin(Block in, int n, double[] target, int shift) {
        int i = 0;
        for (; i < n && in.start + i < length; i++) {
            average += in.close[in.offset + i];
            average /= in.start + i == length - 1 ? length : 1;
            target[shift + i] = average;
        }
        return i;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        average = codec.real(average);
    }
}

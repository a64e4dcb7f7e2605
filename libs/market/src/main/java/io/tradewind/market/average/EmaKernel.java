package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Exponential moving average of closes, begun with a simple one, and the close's distance to it. */
final class EmaKernel extends Kernel {
    private final int length;
    /** Before the first average: the sum so far. */
    private double average;

    EmaKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        int i = begin(in, n, out, base, stride);
        double gain = 2.0 / (length + 1);
        double value = average;
        for (; i < n; i++) {
            double close = in.close[i];
            value += gain * (close - value);
            out[base + i] = value;
            out[base + stride + i] = close / value - 1;
        }
        average = value;
    }

    private int begin(Block in, int n, double[] out, int base, int stride) {
        int i = 0;
        for (; i < n && in.start + i < length; i++) {
            average += in.close[i];
            boolean complete = in.start + i == length - 1;
            if (complete) {
                average /= length;
            }
            out[base + i] = complete ? average : Double.NaN;
            out[base + stride + i] = complete ? in.close[i] / average - 1 : Double.NaN;
        }
        return i;
    }

    @Override
    public void state(StateCodec codec) {
        average = codec.real(average);
    }
}

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
    public void update(Block in, int n, double[][] out, int from) {
        int i = begin(in, n, out, from);
        double gain = 2.0 / (length + 1);
        double value = average;
        for (; i < n; i++) {
            double close = in.close[in.offset + i];
            value += gain * (close - value);
            out[0][from + i] = value;
            out[1][from + i] = close / value - 1;
        }
        average = value;
    }

    private int begin(Block in, int n, double[][] out, int from) {
        int i = 0;
        for (; i < n && in.start + i < length; i++) {
            average += in.close[in.offset + i];
            boolean complete = in.start + i == length - 1;
            if (complete) {
                average /= length;
            }
            out[0][from + i] = complete ? average : Double.NaN;
            out[1][from + i] = complete ? in.close[in.offset + i] / average - 1 : Double.NaN;
        }
        return i;
    }

    @Override
    public void state(StateCodec codec) {
        average = codec.real(average);
    }
}

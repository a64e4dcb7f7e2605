package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** One-candle rate of change, in percent, of a triple exponential average. */
final class TrixKernel extends Kernel {
    private final int length;
    private double first;
    private double second;
    private double third;

    TrixKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int i = 0;
        for (; i < n && in.start + i <= 3 * (length - 1); i++) {
            begin(in.start + i, in.close[in.offset + i]);
            out[0][from + i] = Double.NaN;
        }
        double gain = 2.0 / (length + 1);
        double one = first;
        double two = second;
        double three = third;
        for (; i < n; i++) {
            one += gain * (in.close[in.offset + i] - one);
            two += gain * (one - two);
            double step = gain * (two - three);
            out[0][from + i] = step / three * 100;
            three += step;
        }
        first = one;
        second = two;
        third = three;
    }

    /** Each average begins with the mean of the first values of the one before it. */
    private void begin(int row, double close) {
        double gain = 2.0 / (length + 1);
        int last = length - 1;
        first = row < last ? first + close : row == last ? (first + close) / length : first + gain * (close - first);
        if (row < last) {
            return;
        }
        second = row < 2 * last
                ? second + first
                : row == 2 * last ? (second + first) / length : second + gain * (first - second);
        if (row < 2 * last) {
            return;
        }
        third = row < 3 * last ? third + second : (third + second) / length;
    }

    @Override
    public void state(StateCodec codec) {
        first = codec.real(first);
        second = codec.real(second);
        third = codec.real(third);
    }
}

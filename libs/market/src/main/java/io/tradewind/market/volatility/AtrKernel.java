package io.tradewind.market.volatility;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Wilder's average true range, plain and in percent of the close, and the true range itself. */
final class AtrKernel extends Kernel {
    private final int length;
    /** Sum while beginning, average after. */
    private double average;

    private double[] ranges = {};
    private double[] averages = {};

    AtrKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        ranges = copied(in.high, in.offset, n, ranges);
        averages = copied(in.low, in.offset, n, averages);
        for (int i = 0; i < n; i++) {
            double previous = in.previousClose[i];
            ranges[i] = Math.max(ranges[i], previous) - Math.min(averages[i], previous);
        }
        double keep = (length - 1.0) / length;
        double share = 1.0 / length;
        int begun = begin(in, n);
        double value = average;
        for (int i = begun; i < n; i++) {
            value = value * keep + ranges[i] * share;
            averages[i] = value;
        }
        average = value;
        if (out[0] != null) {
            System.arraycopy(averages, 0, out[0], from, n);
        }
        relative(in, n, averages, 100, out[1], from);
        relative(in, n, ranges, 1, out[2], from);
        blank(in, n, out[0], from, length);
        blank(in, n, out[1], from, length);
        blank(in, n, out[2], from, 1);
    }

    private static void relative(Block in, int n, double[] values, double scale, double[] target, int from) {
        if (target != null) {
            for (int i = 0; i < n; i++) {
                target[from + i] = scale * values[i] / in.close[in.offset + i];
            }
        }
    }

    private int begin(Block in, int n) {
        int i = 0;
        for (; i < n && in.start + i <= length; i++) {
            int row = in.start + i;
            average += row == 0 ? 0 : ranges[i];
            average /= row == length ? length : 1;
            averages[i] = average;
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

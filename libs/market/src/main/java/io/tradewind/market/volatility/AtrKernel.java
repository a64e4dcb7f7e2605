package io.tradewind.market.volatility;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Wilder's average true range, plain and in percent of the close, and the true range itself. */
final class AtrKernel extends Kernel {
    private final int length;
    /** Sum while beginning, average after. */
    private double average;

    AtrKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int i = begin(in, n, out, from);
        double value = average;
        double keep = (length - 1.0) / length;
        double share = 1.0 / length;
        for (; i < n; i++) {
            double range = trueRange(in, i);
            value = value * keep + range * share;
            write(out, from + i, value, range, in.close[in.offset + i]);
        }
        average = value;
    }

    private int begin(Block in, int n, double[][] out, int from) {
        int i = 0;
        for (; i < n && in.start + i <= length; i++) {
            int row = in.start + i;
            double range = trueRange(in, i);
            average += row == 0 ? 0 : range;
            average = row == length ? average / length : average;
            write(out, from + i, row == length ? average : Double.NaN, range, in.close[in.offset + i]);
            if (row == 0) {
                out[2][from + i] = Double.NaN;
            }
        }
        return i;
    }

    private static double trueRange(Block in, int i) {
        double previous = in.previousClose[i];
        double top = in.high[in.offset + i] > previous ? in.high[in.offset + i] : previous;
        double bottom = in.low[in.offset + i] < previous ? in.low[in.offset + i] : previous;
        return top - bottom;
    }

    private static void write(double[][] out, int at, double average, double range, double close) {
        double scale = 1 / close;
        out[0][at] = average;
        out[1][at] = 100 * average * scale;
        out[2][at] = range * scale;
    }

    @Override
    public void state(StateCodec codec) {
        average = codec.real(average);
    }
}

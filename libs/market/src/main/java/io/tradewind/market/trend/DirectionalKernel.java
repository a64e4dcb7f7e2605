package io.tradewind.market.trend;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Wilder's directional movement: +DI, -DI, their difference and ADX. */
final class DirectionalKernel extends Kernel {
    static final int OUTPUTS = 4;

    private final int length;
    private double plus;
    private double minus;
    private double range;
    /** Sum while beginning, average after. */
    private double adx;

    private double[] pluses = {};
    private double[] minuses = {};
    private double[] ranges = {};

    DirectionalKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        pluses = atLeast(pluses, n);
        minuses = atLeast(minuses, n);
        ranges = atLeast(ranges, n);
        moves(in, n);
        smooth(in, n);
        for (int i = 0; i < n; i++) {
            ranges[i] = ranges[i] > 0 ? 100 / ranges[i] : 0;
        }
        index(out[0], from, n, 1, 0);
        index(out[1], from, n, 0, 1);
        index(out[2], from, n, 1, -1);
        if (out[3] != null) {
            average(in, n, out[3], from);
        }
        blank(in, n, out, from, length);
        blank(in, n, out[3], from, 2 * length - 1);
    }

    private void moves(Block in, int n) {
        for (int i = in.start == 0 ? 1 : 0; i < n; i++) {
            int at = in.offset + i;
            double high = in.high[at];
            double low = in.low[at];
            double close = in.previousClose[i];
            double up = high - in.high[at - 1];
            double down = in.low[at - 1] - low;
            pluses[i] = up > down && up > 0 ? up : 0;
            minuses[i] = down > up && down > 0 ? down : 0;
            ranges[i] = (high > close ? high : close) - (low < close ? low : close);
        }
        if (in.start == 0) {
            pluses[0] = 0;
            minuses[0] = 0;
            ranges[0] = 0;
        }
    }

    private void smooth(Block in, int n) {
        double keep = 1 - 1.0 / length;
        double up = plus;
        double down = minus;
        double width = range;
        // The first sums are of one candle less than the length, as Wilder's worksheet has it.
        int begun = Math.min(n, Math.max(0, length - in.start));
        for (int i = 0; i < n; i++) {
            double kept = i < begun ? 1 : keep;
            up = up * kept + pluses[i];
            down = down * kept + minuses[i];
            width = width * kept + ranges[i];
            pluses[i] = up;
            minuses[i] = down;
            ranges[i] = width;
        }
        plus = up;
        minus = down;
        range = width;
    }

    private void index(double[] target, int from, int n, double plusWeight, double minusWeight) {
        if (target != null) {
            for (int i = 0; i < n; i++) {
                target[from + i] = (plusWeight * pluses[i] + minusWeight * minuses[i]) * ranges[i];
            }
        }
    }

    private void average(Block in, int n, double[] target, int from) {
        int first = 2 * length - 1;
        double keep = (length - 1.0) / length;
        double share = 100.0 / length;
        double value = adx;
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double sum = pluses[i] + minuses[i];
            boolean moves = sum > 0 && ranges[i] > 0;
            double strength = Math.abs(pluses[i] - minuses[i]) / sum;
            if (row > first) {
                value = moves ? value * keep + strength * share : value;
            } else if (row >= length) {
                value += moves ? strength * share : 0;
            }
            target[from + i] = value;
        }
        adx = value;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        plus = codec.real(plus);
        minus = codec.real(minus);
        range = codec.real(range);
        adx = codec.real(adx);
    }
}

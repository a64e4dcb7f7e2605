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

    private double[] highs = {};
    private double[] lows = {};
    private double[] pluses = {};
    private double[] minuses = {};
    private double[] ranges = {};

    DirectionalKernel(int length) {
        this.length = length;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        moves(in, n);
        smooth(in, n);
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
        highs = copied(in.high, in.offset, n, highs);
        lows = copied(in.low, in.offset, n, lows);
        int first = in.start == 0 ? 1 : 0;
        pluses = atLeast(pluses, n);
        minuses = atLeast(minuses, n);
        ranges = atLeast(ranges, n);
        // Until they are overwritten, the highs and lows before.
        pluses[0] = highs[0];
        minuses[0] = lows[0];
        System.arraycopy(in.high, in.offset + first - 1, pluses, first, n - first);
        System.arraycopy(in.low, in.offset + first - 1, minuses, first, n - first);
        for (int i = 0; i < n; i++) {
            double up = Math.max(highs[i] - pluses[i], 0);
            double down = Math.max(minuses[i] - lows[i], 0);
            // 1, 0 or -1 without a branch: which move is the larger is a coin toss.
            double larger = Math.signum(up - down);
            pluses[i] = 0.5 * (larger * larger + larger) * up;
            minuses[i] = 0.5 * (larger * larger - larger) * down;
            ranges[i] = Math.max(highs[i], in.previousClose[i]) - Math.min(lows[i], in.previousClose[i]);
        }
        if (first == 1) {
            ranges[0] = 0;
        }
    }

    private void smooth(Block in, int n) {
        // The first sums are of one candle less than the length, as Wilder's worksheet has it.
        int begun = Math.min(n, Math.max(0, length - in.start));
        smooth(0, begun, 1);
        smooth(begun, n, 1 - 1.0 / length);
    }

    private void smooth(int from, int to, double keep) {
        double up = plus;
        double down = minus;
        double width = range;
        for (int i = from; i < to; i++) {
            up = up * keep + pluses[i];
            down = down * keep + minuses[i];
            width = width * keep + ranges[i];
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
                // On flat prices nothing over almost nothing.
                highs[i] = 100
                        * (plusWeight * pluses[i] + minusWeight * minuses[i])
                        / Math.max(ranges[i], Double.MIN_NORMAL);
            }
            System.arraycopy(highs, 0, target, from, n);
        }
    }

    private void average(Block in, int n, double[] target, int from) {
        double share = 100.0 / length;
        for (int i = 0; i < n; i++) {
            double sum = pluses[i] + minuses[i];
            highs[i] = share * Math.abs(pluses[i] - minuses[i]) / Math.max(sum, Double.MIN_NORMAL);
            lows[i] = Math.min(sum, ranges[i]);
        }
        int first = 2 * length - 1;
        double keep = (length - 1.0) / length;
        double value = adx;
        int i = 0;
        for (; i < n && in.start + i <= first; i++) {
            value += in.start + i >= length ? highs[i] : 0;
            target[from + i] = value;
        }
        for (; i < n; i++) {
            // Where nothing moves it stays as it is.
            value = lows[i] > 0 ? value * keep + highs[i] : value;
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

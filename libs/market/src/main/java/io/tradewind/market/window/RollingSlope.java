package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * Slope of the least-squares line through the last {@code length} values, and nothing else of it.
 *
 * <p>{@link RollingTrend} without the squares, for those who need no fit: half the work.
 */
public final class RollingSlope {
    /** An anchor this many times as high as a value costs digits; then the slope is worked out from scratch. */
    private static final double FAR = 1000;

    private final int length;
    private final double middle;
    private final double spread;
    private final double[] raw;
    private final double[] sums;
    private final double[] weighted;
    private double anchor = Double.NaN;
    private double frontSum;
    private double frontWeighted;
    private int at;

    /** A line needs two points. */
    public RollingSlope(int length) {
        if (length < 2) {
            throw new IllegalArgumentException("a slope needs a window of >= 2 candles, was " + length);
        }
        this.length = length;
        this.middle = (length - 1) / 2.0;
        this.spread = length * ((double) length * length - 1) / 12;
        this.raw = new double[length];
        this.sums = new double[length + 1];
        this.weighted = new double[length + 1];
    }

    /**
     * Adds {@code n} values, the first one at {@code from}, and writes after each the slope over the last {@code length}
     * ones, the first at 0. Slopes have no meaning before there are that many.
     */
    public void push(double[] values, int from, int n, double[] slopes) {
        anchor = Double.isNaN(anchor) ? values[from] : anchor;
        int done = 0;
        while (done < n) {
            int run = Math.min(n - done, length - at);
            pushRun(values, from + done, run, slopes, done);
            done += run;
            if (at == length) {
                turn();
            }
        }
    }

    private void pushRun(double[] values, int from, int run, double[] slopes, int to) {
        double reference = anchor;
        double front = frontSum;
        double frontByPlace = frontWeighted;
        int slot = at;
        for (int r = 0; r < run; r++, slot++) {
            double value = values[from + r];
            double offset = value - reference;
            raw[slot] = value;
            front += offset;
            frontByPlace += slot * offset;
            double old = sums[slot + 1];
            double byPlace = weighted[slot + 1] - (slot + 1) * old + frontByPlace + (length - 1 - slot) * front;
            slopes[to + r] = (byPlace - middle * (front + old)) / spread;
            if (Math.abs(offset) > FAR * Math.abs(value)) {
                slopes[to + r] = recompute(slot);
            }
        }
        frontSum = front;
        frontWeighted = frontByPlace;
        at = slot;
    }

    private double recompute(int newest) {
        double covariation = 0;
        int slot = newest;
        for (int position = length - 1; position >= 0; position--) {
            covariation += (position - middle) * (raw[slot] - raw[newest]);
            slot = slot == 0 ? length - 1 : slot - 1;
        }
        return covariation / spread;
    }

    private void turn() {
        anchor = raw[length - 1];
        double sum = 0;
        double weight = 0;
        for (int j = length - 1; j >= 0; j--) {
            double offset = raw[j] - anchor;
            sum += offset;
            weight += j * offset;
            sums[j] = sum;
            weighted[j] = weight;
        }
        frontSum = 0;
        frontWeighted = 0;
        at = 0;
    }

    public void state(StateCodec codec) {
        codec.reals(raw);
        codec.reals(sums);
        codec.reals(weighted);
        anchor = codec.real(anchor);
        frontSum = codec.real(frontSum);
        frontWeighted = codec.real(frontWeighted);
        at = codec.whole(at);
    }
}

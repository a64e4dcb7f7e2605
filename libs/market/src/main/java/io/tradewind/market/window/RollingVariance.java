package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * Mean and sum of squared deviations of the last {@code length} values, by two stacks around a moving anchor.
 *
 * <p>Sums are of differences to an anchor inside the window, renewed every {@code length} values, so a high price level
 * costs no digits. Where the anchor turns out to be far off (a jump), the deviations are worked out again in two passes
 * over the window. Values that are all equal have a deviation of exactly 0.
 */
public final class RollingVariance {
    /** Share of the raw square sum below which too many digits have cancelled: 1e-4 leaves 12 of 16. */
    private static final double CANCELLED = 1e-4;

    private final int length;
    private final double[] raw;
    private final double[] sums;
    private final double[] squares;
    private double anchor;
    private double frontSum;
    private double frontSquare;
    private int at;
    /** Whether a block was full before, and the window with it. */
    private boolean turned;

    private double mean;
    private double deviation;

    public RollingVariance(int length) {
        this.length = Windows.requireLength(length);
        this.raw = new double[length];
        this.sums = new double[length + 1];
        this.squares = new double[length + 1];
        this.anchor = Double.NaN;
    }

    /** Adds a value; results are of the last {@code length} ones and have no meaning before there are that many. */
    public void push(double value) {
        anchor = Double.isNaN(anchor) ? value : anchor;
        int slot = at;
        double offset = value - anchor;
        raw[slot] = value;
        frontSum += offset;
        frontSquare += offset * offset;
        double sum = frontSum + sums[slot + 1];
        double square = frontSquare + squares[slot + 1];
        double shift = sum / length;
        mean = anchor + shift;
        deviation = square - sum * shift;
        if (deviation < CANCELLED * square && full(slot)) {
            recompute(slot);
        }
        at = slot + 1;
        if (at == length) {
            turn();
        }
    }

    /**
     * Adds {@code n} values, the first one at {@code from}, and writes after each the mean and the sum of squared
     * deviations of the last {@code length} ones, the first at 0.
     */
    public void push(double[] values, int from, int n, double[] means, double[] deviations) {
        anchor = Double.isNaN(anchor) ? values[from] : anchor;
        int done = 0;
        while (done < n) {
            int run = Math.min(n - done, length - at);
            pushRun(values, from + done, run, means, deviations, done);
            done += run;
            if (at == length) {
                turn();
            }
        }
    }

    private void pushRun(double[] values, int from, int run, double[] means, double[] deviations, int to) {
        int slot = at;
        double reference = anchor;
        double front = frontSum;
        double front2 = frontSquare;
        for (int r = 0; r < run; r++) {
            double value = values[from + r];
            double offset = value - reference;
            raw[slot + r] = value;
            front += offset;
            front2 += offset * offset;
            double sum = front + sums[slot + r + 1];
            double square = front2 + squares[slot + r + 1];
            double shift = sum / length;
            double spread = square - sum * shift;
            means[to + r] = reference + shift;
            deviations[to + r] = spread;
            if (spread < CANCELLED * square && full(slot + r)) {
                recompute(slot + r);
                means[to + r] = mean;
                deviations[to + r] = deviation;
            }
        }
        frontSum = front;
        frontSquare = front2;
        at = slot + run;
    }

    private boolean full(int slot) {
        return turned || slot == length - 1;
    }

    private void recompute(int slot) {
        double total = 0;
        double reference = raw[slot];
        for (double value : raw) {
            total += value - reference;
        }
        double shift = total / length;
        double squared = 0;
        double rest = 0;
        for (double value : raw) {
            double distance = value - reference - shift;
            squared += distance * distance;
            rest += distance;
        }
        mean = reference + shift;
        deviation = Math.max(0, squared - rest * rest / length);
    }

    private void turn() {
        anchor = raw[length - 1];
        double sum = 0;
        double square = 0;
        for (int j = length - 1; j >= 0; j--) {
            double offset = raw[j] - anchor;
            sum += offset;
            square += offset * offset;
            sums[j] = sum;
            squares[j] = square;
        }
        frontSum = 0;
        frontSquare = 0;
        at = 0;
        turned = true;
    }

    /** Mean of the window. */
    public double mean() {
        return mean;
    }

    /** Population standard deviation, divisor {@code length}. */
    public double populationDeviation() {
        return Math.sqrt(deviation / length);
    }

    /** Sample standard deviation, divisor {@code length - 1}; 0 for a window of 1. */
    public double sampleDeviation() {
        return length == 1 ? 0 : Math.sqrt(deviation / (length - 1));
    }

    public void state(StateCodec codec) {
        codec.reals(raw);
        codec.reals(sums);
        codec.reals(squares);
        anchor = codec.real(anchor);
        frontSum = codec.real(frontSum);
        frontSquare = codec.real(frontSquare);
        at = codec.whole(at);
        turned = codec.flag(turned);
    }
}

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
    private int seen;

    private double mean;
    private double deviation;

    public RollingVariance(int length) {
        this.length = Windows.requireLength(length);
        this.raw = new double[length];
        this.sums = new double[length + 1];
        this.squares = new double[length + 1];
    }

    /** Adds a value; results are of the last {@code length} ones and have no meaning before there are that many. */
    public void push(double value) {
        if (seen < length) {
            if (seen == 0) {
                anchor = value;
            }
            seen++;
        }
        int slot = at;
        double offset = value - anchor;
        raw[slot] = value;
        frontSum += offset;
        frontSquare += offset * offset;
        double sum = frontSum + sums[slot + 1];
        double square = frontSquare + squares[slot + 1];
        mean = anchor + sum / length;
        deviation = square - sum * sum / length;
        if (deviation < CANCELLED * square && seen == length) {
            recompute();
        }
        at = slot + 1;
        if (at == length) {
            turn();
        }
    }

    private void recompute() {
        double total = 0;
        double reference = raw[at];
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
        seen = codec.whole(seen);
    }
}

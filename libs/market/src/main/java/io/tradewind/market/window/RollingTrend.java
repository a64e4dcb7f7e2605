package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * Least-squares line through the last {@code length} values over their positions {@code 0..length-1}.
 *
 * <p>Two stacks around a moving anchor, as in {@link RollingVariance}; sums weighted by slot number give the sums
 * weighted by position, whatever the block's place in the window.
 */
public final class RollingTrend {
    private static final double CANCELLED = 1e-4;

    private final int length;
    private final double middle;
    private final double spread;
    private final double[] raw;
    private final double[] sums;
    private final double[] weighted;
    private final double[] squares;
    private double anchor;
    private double frontSum;
    private double frontWeighted;
    private double frontSquare;
    private int at;
    private int seen;

    private double mean;
    private double deviation;
    private double covariation;

    /** A line needs two points. */
    public RollingTrend(int length) {
        if (length < 2) {
            throw new IllegalArgumentException("a trend needs a window of >= 2 candles, was " + length);
        }
        this.length = length;
        this.middle = (length - 1) / 2.0;
        this.spread = length * ((double) length * length - 1) / 12;
        this.raw = new double[length];
        this.sums = new double[length + 1];
        this.weighted = new double[length + 1];
        this.squares = new double[length + 1];
    }

    /** Adds a value; results are of the last {@code length} ones and have no meaning before there are that many. */
    public void push(double value) {
        if (seen < length) {
            anchor = seen == 0 ? value : anchor;
            seen++;
        }
        int slot = at;
        double offset = value - anchor;
        raw[slot] = value;
        frontSum += offset;
        frontWeighted += slot * offset;
        frontSquare += offset * offset;
        double oldSum = sums[slot + 1];
        double sum = frontSum + oldSum;
        double square = frontSquare + squares[slot + 1];
        double byPosition = weighted[slot + 1] - (slot + 1) * oldSum + frontWeighted + (length - 1 - slot) * frontSum;
        mean = anchor + sum / length;
        deviation = square - sum * sum / length;
        covariation = byPosition - middle * sum;
        if (deviation < CANCELLED * square && seen == length) {
            recompute();
        }
        at = slot + 1;
        if (at == length) {
            turn();
        }
    }

    private void recompute() {
        double reference = raw[at];
        double total = 0;
        for (double value : raw) {
            total += value - reference;
        }
        double shift = total / length;
        deviation = 0;
        covariation = 0;
        int slot = at + 1 == length ? 0 : at + 1;
        for (int position = 0; position < length; position++) {
            double distance = raw[slot] - reference - shift;
            deviation += distance * distance;
            covariation += (position - middle) * distance;
            slot = slot + 1 == length ? 0 : slot + 1;
        }
        mean = reference + shift;
    }

    private void turn() {
        anchor = raw[length - 1];
        double sum = 0;
        double weight = 0;
        double square = 0;
        for (int j = length - 1; j >= 0; j--) {
            double offset = raw[j] - anchor;
            sum += offset;
            weight += j * offset;
            square += offset * offset;
            sums[j] = sum;
            weighted[j] = weight;
            squares[j] = square;
        }
        frontSum = 0;
        frontWeighted = 0;
        frontSquare = 0;
        at = 0;
    }

    /** Mean of the window. */
    public double mean() {
        return mean;
    }

    /** Sample standard deviation, divisor {@code length - 1}. */
    public double sampleDeviation() {
        return Math.sqrt(deviation / (length - 1));
    }

    /** Rise of the line per candle. */
    public double slope() {
        return covariation / spread;
    }

    /** Share of the variation that the line explains, 0 to 1; 0 when the values do not vary. */
    public double rSquared() {
        return deviation > 0 ? Math.min(1, covariation * covariation / (spread * deviation)) : 0;
    }

    /** The newest value less the line's value there. */
    public double residual(double newest) {
        return newest - mean - slope() * middle;
    }

    public void state(StateCodec codec) {
        codec.reals(raw);
        codec.reals(sums);
        codec.reals(weighted);
        codec.reals(squares);
        anchor = codec.real(anchor);
        frontSum = codec.real(frontSum);
        frontWeighted = codec.real(frontWeighted);
        frontSquare = codec.real(frontSquare);
        at = codec.whole(at);
        seen = codec.whole(seen);
    }
}

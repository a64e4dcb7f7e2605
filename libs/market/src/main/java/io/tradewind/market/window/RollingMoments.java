package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * Mean and the second, third and fourth central moments of the last {@code length} values.
 *
 * <p>Two stacks around a moving anchor, as in {@link RollingVariance}; where too many digits would cancel, two passes
 * over the window.
 */
public final class RollingMoments {
    /** Fourth powers lose twice as many digits as squares, so recomputing starts earlier. */
    private static final double CANCELLED = 1e-2;

    private final int length;
    private final double[] raw;
    private final double[] s1;
    private final double[] s2;
    private final double[] s3;
    private final double[] s4;
    private double anchor;
    private double f1;
    private double f2;
    private double f3;
    private double f4;
    private int at;
    private int seen;

    private double mean;
    private double m2;
    private double m3;
    private double m4;

    public RollingMoments(int length) {
        this.length = Windows.requireLength(length);
        this.raw = new double[length];
        this.s1 = new double[length + 1];
        this.s2 = new double[length + 1];
        this.s3 = new double[length + 1];
        this.s4 = new double[length + 1];
    }

    /** Adds a value; results are of the last {@code length} ones and have no meaning before there are that many. */
    public void push(double value) {
        if (seen < length) {
            anchor = seen == 0 ? value : anchor;
            seen++;
        }
        int slot = at;
        double d = value - anchor;
        double d2 = d * d;
        raw[slot] = value;
        f1 += d;
        f2 += d2;
        f3 += d2 * d;
        f4 += d2 * d2;
        centre(f1 + s1[slot + 1], f2 + s2[slot + 1], f3 + s3[slot + 1], f4 + s4[slot + 1]);
        at = slot + 1;
        if (at == length) {
            turn();
        }
    }

    /** From sums of powers around the anchor to sums of powers around the mean. */
    private void centre(double t1, double t2, double t3, double t4) {
        double shift = t1 / length;
        mean = anchor + shift;
        m2 = t2 - t1 * shift;
        m3 = t3 - 3 * shift * t2 + 2 * shift * shift * t1;
        m4 = t4 - 4 * shift * t3 + 6 * shift * shift * t2 - 3 * shift * shift * shift * t1;
        if (m2 < CANCELLED * t2 && seen == length) {
            recompute();
        }
    }

    private void recompute() {
        double total = 0;
        double reference = raw[at];
        for (double value : raw) {
            total += value - reference;
        }
        double shift = total / length;
        m2 = 0;
        m3 = 0;
        m4 = 0;
        for (double value : raw) {
            double d = value - reference - shift;
            double d2 = d * d;
            m2 += d2;
            m3 += d2 * d;
            m4 += d2 * d2;
        }
        mean = reference + shift;
    }

    private void turn() {
        anchor = raw[length - 1];
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        double t4 = 0;
        for (int j = length - 1; j >= 0; j--) {
            double d = raw[j] - anchor;
            double d2 = d * d;
            s1[j] = t1 += d;
            s2[j] = t2 += d2;
            s3[j] = t3 += d2 * d;
            s4[j] = t4 += d2 * d2;
        }
        f1 = 0;
        f2 = 0;
        f3 = 0;
        f4 = 0;
        at = 0;
    }

    /** Mean of the window. */
    public double mean() {
        return mean;
    }

    /** Sample standard deviation, divisor {@code length - 1}. */
    public double sampleDeviation() {
        return Math.sqrt(m2 / (length - 1));
    }

    /** Population skewness {@code m3 / m2^1.5}; 0 when the values do not vary. */
    public double skewness() {
        if (!varies()) {
            return 0;
        }
        double variance = m2 / length;
        return m3 / length / (variance * Math.sqrt(variance));
    }

    /** Population excess kurtosis {@code m4 / m2^2 - 3}; 0 when the values do not vary. */
    public double excessKurtosis() {
        if (!varies()) {
            return 0;
        }
        double variance = m2 / length;
        return m4 / length / (variance * variance) - 3;
    }

    /** A deviation that is a rounding of the mean is none: its higher moments would be noise. */
    private boolean varies() {
        return m2 > 1e-28 * mean * mean * length && m2 > Double.MIN_NORMAL;
    }

    public void state(StateCodec codec) {
        codec.reals(raw);
        codec.reals(s1);
        codec.reals(s2);
        codec.reals(s3);
        codec.reals(s4);
        anchor = codec.real(anchor);
        f1 = codec.real(f1);
        f2 = codec.real(f2);
        f3 = codec.real(f3);
        f4 = codec.real(f4);
        at = codec.whole(at);
        seen = codec.whole(seen);
    }
}

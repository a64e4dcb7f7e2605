package io.tradewind.market.pattern;

import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/**
 * The last eight candles and what was average when each of them closed.
 *
 * <p>{@code ago} counts back from the newest candle, which is 0. TA-Lib compares a candle with the averages of the
 * candles before it; those are kept with the candle, so a pattern of several candles needs no sums of its own.
 */
final class Candles {
    private static final int KEPT = 8;
    private static final int MASK = KEPT - 1;
    private static final int LONG_PERIOD = 10;
    private static final int SHORT_PERIOD = 5;

    private final double[] open = new double[KEPT];
    private final double[] high = new double[KEPT];
    private final double[] low = new double[KEPT];
    private final double[] close = new double[KEPT];
    private final double[] usualBody = new double[KEPT];
    private final double[] usualRange = new double[KEPT];
    private final double[] recentRange = new double[KEPT];
    private final RollingSum bodies = new RollingSum(LONG_PERIOD);
    private final RollingSum ranges = new RollingSum(LONG_PERIOD);
    private final RollingSum recentRanges = new RollingSum(SHORT_PERIOD);
    private double bodySum;
    private double rangeSum;
    private double recentSum;
    private int newest;

    void add(double o, double h, double l, double c) {
        newest = (newest + 1) & MASK;
        open[newest] = o;
        high[newest] = h;
        low[newest] = l;
        close[newest] = c;
        usualBody[newest] = bodySum / LONG_PERIOD;
        usualRange[newest] = rangeSum / LONG_PERIOD;
        recentRange[newest] = recentSum / SHORT_PERIOD;
        bodySum = bodies.push(Math.abs(c - o));
        rangeSum = ranges.push(h - l);
        recentSum = recentRanges.push(h - l);
    }

    private int slot(int ago) {
        return (newest - ago) & MASK;
    }

    double open(int ago) {
        return open[slot(ago)];
    }

    double high(int ago) {
        return high[slot(ago)];
    }

    double low(int ago) {
        return low[slot(ago)];
    }

    double close(int ago) {
        return close[slot(ago)];
    }

    boolean white(int ago) {
        return close(ago) >= open(ago);
    }

    boolean black(int ago) {
        return close(ago) < open(ago);
    }

    double body(int ago) {
        return Math.abs(close(ago) - open(ago));
    }

    double range(int ago) {
        return high(ago) - low(ago);
    }

    double bodyTop(int ago) {
        int slot = slot(ago);
        return open[slot] > close[slot] ? open[slot] : close[slot];
    }

    double bodyBottom(int ago) {
        int slot = slot(ago);
        return open[slot] < close[slot] ? open[slot] : close[slot];
    }

    double upperShadow(int ago) {
        return high(ago) - bodyTop(ago);
    }

    double lowerShadow(int ago) {
        return bodyBottom(ago) - low(ago);
    }

    /** Mean body of the ten candles before; a longer one is long, a shorter one short. */
    double usualBody(int ago) {
        return usualBody[slot(ago)];
    }

    /** Mean range of the ten candles before. */
    double usualRange(int ago) {
        return usualRange[slot(ago)];
    }

    boolean longBody(int ago) {
        return body(ago) > usualBody(ago);
    }

    boolean shortBody(int ago) {
        return body(ago) < usualBody(ago);
    }

    /** A tenth of the mean range of ten: a body up to that is a doji's, a shadow below it very short. */
    double tiny(int ago) {
        return 0.1 * usualRange[slot(ago)];
    }

    /** A twentieth of the mean range of five: prices that close count as equal. */
    double equal(int ago) {
        return 0.05 * recentRange[slot(ago)];
    }

    /** A fifth of the mean range of five: prices that close count as near. */
    double near(int ago) {
        return 0.2 * recentRange[slot(ago)];
    }

    /** Three fifths of the mean range of five: beyond that is far. */
    double far(int ago) {
        return 0.6 * recentRange[slot(ago)];
    }

    /** Whether the candle's high is at least that of the four before it. */
    boolean tops(int ago) {
        double high = high(ago);
        return high >= high(ago + 1) && high >= high(ago + 2) && high >= high(ago + 3) && high >= high(ago + 4);
    }

    /** Whether the candle's low is at most that of the four before it. */
    boolean bottoms(int ago) {
        double low = low(ago);
        return low <= low(ago + 1) && low <= low(ago + 2) && low <= low(ago + 3) && low <= low(ago + 4);
    }

    void state(StateCodec codec) {
        double[][] columns = {open, high, low, close, usualBody, usualRange, recentRange};
        for (double[] column : columns) {
            codec.reals(column);
        }
        bodies.state(codec);
        ranges.state(codec);
        recentRanges.state(codec);
        bodySum = codec.real(bodySum);
        rangeSum = codec.real(rangeSum);
        recentSum = codec.real(recentSum);
        newest = codec.whole(newest);
    }
}

package io.tradewind.market.pattern;

import java.util.Arrays;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/**
 * A candle of a block, those before it, and what was average when each of them closed.
 *
 * <p>{@code ago} counts back from the candle looked at, which is 0. TA-Lib compares a candle with the averages of the
 * candles before it; those are kept for the last eight, so a pattern of several candles needs no sums of its own.
 */
final class Candles {
    /** How far back patterns look; rows before have no pattern but the engulfing ones. */
    static final int DEEPEST = 5;

    private static final int KEPT = 8;
    private static final int LONG_PERIOD = 10;
    private static final int SHORT_PERIOD = 5;

    private final RollingSum bodies = new RollingSum(LONG_PERIOD);
    private final RollingSum ranges = new RollingSum(LONG_PERIOD);
    private final RollingSum recentRanges = new RollingSum(SHORT_PERIOD);
    /** Averages of the candles before; those of the eight candles before the block and its first come first. */
    private double[] usualBody = new double[KEPT + 1];

    private double[] usualRange = new double[KEPT + 1];
    private double[] recentRange = new double[KEPT + 1];

    private double[] open = {};
    private double[] high = {};
    private double[] low = {};
    private double[] close = {};
    private int offset;
    private int at;
    private int average;

    /** Takes a block; {@link #look} then chooses one of its candles. */
    void load(Block in, int n) {
        open = in.open;
        high = in.high;
        low = in.low;
        close = in.close;
        offset = in.offset;
        if (usualBody.length < KEPT + 1 + n) {
            usualBody = Arrays.copyOf(usualBody, KEPT + 1 + n);
            usualRange = Arrays.copyOf(usualRange, KEPT + 1 + n);
            recentRange = Arrays.copyOf(recentRange, KEPT + 1 + n);
        }
        int first = KEPT + 1;
        for (int i = 0; i < n; i++) {
            usualBody[first + i] = Math.abs(close[offset + i] - open[offset + i]);
            usualRange[first + i] = high[offset + i] - low[offset + i];
        }
        recentRanges.push(usualRange, first, n, recentRange, first);
        bodies.push(usualBody, first, n, usualBody, first);
        ranges.push(usualRange, first, n, usualRange, first);
        for (int i = 0; i < n; i++) {
            usualBody[first + i] /= LONG_PERIOD;
            usualRange[first + i] /= LONG_PERIOD;
            recentRange[first + i] /= SHORT_PERIOD;
        }
    }

    /** Chooses candle {@code i} of the block. */
    void look(int i) {
        at = offset + i;
        average = KEPT + i;
    }

    /** Keeps what the next block looks back at. */
    void unload(int n) {
        System.arraycopy(usualBody, n, usualBody, 0, KEPT + 1);
        System.arraycopy(usualRange, n, usualRange, 0, KEPT + 1);
        System.arraycopy(recentRange, n, recentRange, 0, KEPT + 1);
    }

    double open(int ago) {
        return open[at - ago];
    }

    double high(int ago) {
        return high[at - ago];
    }

    double low(int ago) {
        return low[at - ago];
    }

    double close(int ago) {
        return close[at - ago];
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
        return Math.max(open(ago), close(ago));
    }

    double bodyBottom(int ago) {
        return Math.min(open(ago), close(ago));
    }

    double upperShadow(int ago) {
        return high(ago) - bodyTop(ago);
    }

    double lowerShadow(int ago) {
        return bodyBottom(ago) - low(ago);
    }

    /** Mean body of the ten candles before; a longer one is long, a shorter one short. */
    double usualBody(int ago) {
        return usualBody[average - ago];
    }

    boolean longBody(int ago) {
        return body(ago) > usualBody(ago);
    }

    boolean shortBody(int ago) {
        return body(ago) < usualBody(ago);
    }

    /** A tenth of the mean range of ten: a body up to that is a doji's, a shadow below it very short. */
    double tiny(int ago) {
        return 0.1 * usualRange[average - ago];
    }

    /** A twentieth of the mean range of five: prices that close count as equal. */
    double equal(int ago) {
        return 0.05 * recentRange[average - ago];
    }

    /** A fifth of the mean range of five: prices that close count as near. */
    double near(int ago) {
        return 0.2 * recentRange[average - ago];
    }

    /** Three fifths of the mean range of five: beyond that is far. */
    double far(int ago) {
        return 0.6 * recentRange[average - ago];
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
        bodies.state(codec);
        ranges.state(codec);
        recentRanges.state(codec);
        for (int j = 0; j <= KEPT; j++) {
            usualBody[j] = codec.real(usualBody[j]);
            usualRange[j] = codec.real(usualRange[j]);
            recentRange[j] = codec.real(recentRange[j]);
        }
    }
}

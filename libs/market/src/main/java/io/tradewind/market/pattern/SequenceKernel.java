package io.tradewind.market.pattern;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Direction, proportions and runs of candles. */
final class SequenceKernel extends Kernel {
    static final int DIRECTION = 0;
    static final int BODY_RATIO = 1;
    static final int UPPER_RATIO = 2;
    static final int LOWER_RATIO = 3;
    static final int RUN = 4;
    static final int HIGHER_HIGHS = 5;
    static final int LOWER_LOWS = 6;
    static final int INSIDE = 7;
    static final int OUTSIDE = 8;
    static final int SEQUENCE = 9;
    static final int UP_SHARE = 10;
    static final int BODY_GROWTH = 11;
    static final int RANGE_GROWTH = 12;
    static final int OUTPUTS = 13;

    /** Runs are counted up to here, so that they do not depend on candles long gone. */
    static final int LONGEST = 10;

    static final int PERIOD = 10;

    private final RollingSum ups = new RollingSum(PERIOD);
    private final RollingSum bodies = new RollingSum(PERIOD);
    private final RollingSum ranges = new RollingSum(PERIOD);
    private double bodySum;
    private double rangeSum;
    private int run;
    private int higherHighs;
    private int lowerLows;
    private int last;
    private int beforeLast;
    private double lastHigh;
    private double lastLow;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            int at = from + i;
            double body = in.close[in.offset + i] - in.open[in.offset + i];
            double range = in.high[in.offset + i] - in.low[in.offset + i];
            int direction = body > 0 ? 1 : body < 0 ? -1 : 0;
            proportions(in, i, out, at);
            compare(in.high[in.offset + i], in.low[in.offset + i], row, out, at);
            run = direction != 0 && direction == last ? Math.min(Math.abs(run) + 1, LONGEST) * direction : direction;
            out[0][at] = direction;
            out[RUN][at] = row >= LONGEST - 1 ? run : Double.NaN;
            out[SEQUENCE][at] = row >= 2 ? (9 * direction + 3 * last + beforeLast) / 13.0 : Double.NaN;
            beforeLast = last;
            last = direction;
            double up = ups.push(direction > 0 ? 1 : 0);
            out[UP_SHARE][at] = row >= PERIOD - 1 ? up / PERIOD : Double.NaN;
            boolean grown = row >= PERIOD;
            out[BODY_GROWTH][at] = grown ? ratio(Math.abs(body), bodySum / PERIOD) : Double.NaN;
            out[RANGE_GROWTH][at] = grown ? ratio(range, rangeSum / PERIOD) : Double.NaN;
            bodySum = bodies.push(Math.abs(body));
            rangeSum = ranges.push(range);
        }
    }

    private static double ratio(double value, double usual) {
        return usual > 0 ? value / usual : 1;
    }

    private static void proportions(Block in, int i, double[][] out, int at) {
        double range = in.high[in.offset + i] - in.low[in.offset + i];
        double scale = range > 0 ? 1 / range : 0;
        double top = Math.max(in.open[in.offset + i], in.close[in.offset + i]);
        double bottom = Math.min(in.open[in.offset + i], in.close[in.offset + i]);
        out[BODY_RATIO][at] = (top - bottom) * scale;
        out[UPPER_RATIO][at] = (in.high[in.offset + i] - top) * scale;
        out[LOWER_RATIO][at] = (bottom - in.low[in.offset + i]) * scale;
    }

    private void compare(double high, double low, int row, double[][] out, int at) {
        boolean first = row == 0;
        higherHighs = !first && high > lastHigh ? Math.min(higherHighs + 1, LONGEST) : 0;
        lowerLows = !first && low < lastLow ? Math.min(lowerLows + 1, LONGEST) : 0;
        out[HIGHER_HIGHS][at] = row >= LONGEST ? higherHighs : Double.NaN;
        out[LOWER_LOWS][at] = row >= LONGEST ? lowerLows : Double.NaN;
        boolean inside = high <= lastHigh && low >= lastLow;
        boolean outside = high > lastHigh && low < lastLow;
        out[INSIDE][at] = first ? Double.NaN : inside ? 1 : 0;
        out[OUTSIDE][at] = first ? Double.NaN : outside ? 1 : 0;
        lastHigh = high;
        lastLow = low;
    }

    @Override
    public void state(StateCodec codec) {
        ups.state(codec);
        bodies.state(codec);
        ranges.state(codec);
        bodySum = codec.real(bodySum);
        rangeSum = codec.real(rangeSum);
        run = codec.whole(run);
        higherHighs = codec.whole(higherHighs);
        lowerLows = codec.whole(lowerLows);
        last = codec.whole(last);
        beforeLast = codec.whole(beforeLast);
        lastHigh = codec.real(lastHigh);
        lastLow = codec.real(lastLow);
    }
}

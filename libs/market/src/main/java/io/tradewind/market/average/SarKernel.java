package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/**
 * Wilder's parabolic stop-and-reverse and the close's distance to it.
 *
 * <p>Rises and falls have a loop each, with branches that mostly go the same way: the next stop waits for the last one,
 * and a minimum in between would make it wait longer.
 */
final class SarKernel extends Kernel {
    private final double step;
    private final double limit;
    /** 1 while rising, -1 while falling. */
    private double sign = 1;

    private double stop;
    private double extreme;
    private double acceleration;
    private double lastHigh;
    private double lastLow;
    private double[] stops = {};
    /** Where stops go: the output that wants them, or the ones above. */
    private double[] target = {};

    private int to;

    SarKernel(double step, double limit) {
        this.step = step;
        this.limit = limit;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        boolean raw = out[0] != null;
        stops = raw ? stops : atLeast(stops, n);
        target = raw ? out[0] : stops;
        to = raw ? from : 0;
        int first = in.start == 0 ? begin(in) : 0;
        if (first < n && in.start + first == 1) {
            beginSecond(in.high[in.offset + first], in.low[in.offset + first]);
        }
        follow(in, first, n);
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / target[to + i] - 1;
            }
        }
        blank(in, n, out, from, 1);
    }

    private int begin(Block in) {
        lastHigh = in.high[in.offset];
        lastLow = in.low[in.offset];
        return 1;
    }

    private void beginSecond(double high, double low) {
        double up = high - lastHigh;
        double down = lastLow - low;
        sign = down > 0 && up < down ? -1 : 1;
        extreme = sign > 0 ? high : low;
        stop = sign > 0 ? lastLow : lastHigh;
        acceleration = step;
        // TA-Lib's first candle is its own predecessor.
        lastHigh = high;
        lastLow = low;
    }

    private void follow(Block in, int first, int n) {
        int i = first;
        while (i < n) {
            i = sign > 0 ? rise(in, i, n) : fall(in, i, n);
        }
    }

    /** Follows a rise until it ends or the block does; returns the next candle. */
    private int rise(Block in, int first, int n) {
        double[] highs = in.high;
        double[] lows = in.low;
        double[] targets = target;
        int shift = to;
        int now = in.offset;
        double at = stop;
        double best = extreme;
        double speed = acceleration;
        double before = lastLow;
        int i = first;
        for (; i < n; i++) {
            double low = lows[now + i];
            if (low <= at) {
                break;
            }
            targets[shift + i] = at;
            double high = highs[now + i];
            if (high > best) {
                best = high;
                speed += step;
                if (speed > limit) {
                    speed = limit;
                }
            }
            at += speed * (best - at);
            if (at > before) {
                at = before;
            }
            if (at > low) {
                at = low;
            }
            before = low;
        }
        stop = at;
        extreme = best;
        acceleration = speed;
        remember(in, i, first);
        return i < n ? reverse(in, i) : i;
    }

    /** The same downwards. */
    private int fall(Block in, int first, int n) {
        double[] highs = in.high;
        double[] lows = in.low;
        double[] targets = target;
        int shift = to;
        int now = in.offset;
        double at = stop;
        double best = extreme;
        double speed = acceleration;
        double before = lastHigh;
        int i = first;
        for (; i < n; i++) {
            double high = highs[now + i];
            if (high >= at) {
                break;
            }
            targets[shift + i] = at;
            double low = lows[now + i];
            if (low < best) {
                best = low;
                speed += step;
                if (speed > limit) {
                    speed = limit;
                }
            }
            at += speed * (best - at);
            if (at < before) {
                at = before;
            }
            if (at < high) {
                at = high;
            }
            before = high;
        }
        stop = at;
        extreme = best;
        acceleration = speed;
        remember(in, i, first);
        return i < n ? reverse(in, i) : i;
    }

    private void remember(Block in, int i, int first) {
        if (i > first) {
            lastHigh = in.high[in.offset + i - 1];
            lastLow = in.low[in.offset + i - 1];
        }
    }

    /** The stop jumps to the extreme, no closer than the last two candles reach. */
    private int reverse(Block in, int i) {
        double high = in.high[in.offset + i];
        double low = in.low[in.offset + i];
        double value = extreme;
        if (sign > 0) {
            double bound = lastHigh > high ? lastHigh : high;
            value = value < bound ? bound : value;
            double next = value + step * (low - value);
            stop = next < bound ? bound : next;
            extreme = low;
            sign = -1;
        } else {
            double bound = lastLow < low ? lastLow : low;
            value = value > bound ? bound : value;
            double next = value + step * (high - value);
            stop = next > bound ? bound : next;
            extreme = high;
            sign = 1;
        }
        acceleration = step;
        target[to + i] = value;
        lastHigh = high;
        lastLow = low;
        return i + 1;
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        sign = codec.real(sign);
        stop = codec.real(stop);
        extreme = codec.real(extreme);
        acceleration = codec.real(acceleration);
        lastHigh = codec.real(lastHigh);
        lastLow = codec.real(lastLow);
    }
}

package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/**
 * Wilder's parabolic stop-and-reverse and the close's distance to it.
 *
 * <p>A falling market is a rising one of negated prices: with the sign of the trend in front of every price there is one
 * rule, and the loop stays in registers.
 */
final class SarKernel extends Kernel {
    private final double step;
    private final double limit;
    /** 1 while rising, -1 while falling; stop and extreme are held multiplied by it. */
    private double sign = 1;

    private double stop;
    private double extreme;
    private double acceleration;
    private double lastHigh;
    private double lastLow;
    private double[] stops = {};

    SarKernel(double step, double limit) {
        this.step = step;
        this.limit = limit;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        stops = atLeast(stops, n);
        int first = in.start == 0 ? begin(in) : 0;
        if (first < n && in.start + first == 1) {
            beginSecond(in.high[in.offset + first], in.low[in.offset + first]);
        }
        follow(in, first, n);
        if (out[0] != null) {
            System.arraycopy(stops, 0, out[0], from, n);
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / stops[i] - 1;
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
        extreme = sign > 0 ? high : -low;
        stop = sign > 0 ? lastLow : -lastHigh;
        acceleration = step;
        // TA-Lib's first candle is its own predecessor.
        lastHigh = high;
        lastLow = low;
    }

    private void follow(Block in, int first, int n) {
        double direction = sign;
        double at = stop;
        double best = extreme;
        double speed = acceleration;
        double beforeHigh = lastHigh;
        double beforeLow = lastLow;
        for (int i = first; i < n; i++) {
            double high = in.high[in.offset + i];
            double low = in.low[in.offset + i];
            double near = direction > 0 ? low : -high;
            double value = at;
            if (near <= at) {
                // Reversed: the stop jumps to the extreme, no closer than the last two candles reach.
                direction = -direction;
                double bound = direction > 0 ? lower(beforeLow, low) : lower(-beforeHigh, -high);
                value = lower(-best, bound);
                best = direction > 0 ? high : -low;
                speed = step;
                at = lower(value + speed * (best - value), bound);
            } else {
                double far = direction > 0 ? high : -low;
                if (far > best) {
                    best = far;
                    speed = lower(speed + step, limit);
                }
                double before = direction > 0 ? beforeLow : -beforeHigh;
                at = lower(at + speed * (best - at), lower(before, near));
            }
            stops[i] = direction * value;
            beforeHigh = high;
            beforeLow = low;
        }
        sign = direction;
        stop = at;
        extreme = best;
        acceleration = speed;
        lastHigh = beforeHigh;
        lastLow = beforeLow;
    }

    private static double lower(double a, double b) {
        return a < b ? a : b;
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

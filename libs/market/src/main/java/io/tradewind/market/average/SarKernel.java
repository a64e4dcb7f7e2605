package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Wilder's parabolic stop-and-reverse and the close's distance to it. */
final class SarKernel extends Kernel {
    private final double step;
    private final double limit;
    private boolean rising;
    private double stop;
    private double extreme;
    private double acceleration;
    private double lastHigh;
    private double lastLow;

    SarKernel(double step, double limit) {
        this.step = step;
        this.limit = limit;
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double high = in.high[in.offset + i];
            double low = in.low[in.offset + i];
            double value = Double.NaN;
            if (row > 0) {
                if (row == 1) {
                    begin(high, low);
                }
                value = rising ? rise(high, low) : fall(high, low);
            }
            out[0][from + i] = value;
            out[1][from + i] = in.close[in.offset + i] / value - 1;
            lastHigh = high;
            lastLow = low;
        }
    }

    private void begin(double high, double low) {
        double up = high - lastHigh;
        double down = lastLow - low;
        rising = !(down > 0 && up < down);
        extreme = rising ? high : low;
        stop = rising ? lastLow : lastHigh;
        acceleration = step;
        // TA-Lib's first candle is its own predecessor.
        lastHigh = high;
        lastLow = low;
    }

    private double rise(double high, double low) {
        if (low <= stop) {
            rising = false;
            double value = Math.max(extreme, Math.max(lastHigh, high));
            acceleration = step;
            extreme = low;
            stop = Math.max(value + acceleration * (extreme - value), Math.max(lastHigh, high));
            return value;
        }
        double value = stop;
        if (high > extreme) {
            extreme = high;
            acceleration = Math.min(acceleration + step, limit);
        }
        stop = Math.min(stop + acceleration * (extreme - stop), Math.min(lastLow, low));
        return value;
    }

    private double fall(double high, double low) {
        if (high >= stop) {
            rising = true;
            double value = Math.min(extreme, Math.min(lastLow, low));
            acceleration = step;
            extreme = high;
            stop = Math.min(value + acceleration * (extreme - value), Math.min(lastLow, low));
            return value;
        }
        double value = stop;
        if (low < extreme) {
            extreme = low;
            acceleration = Math.min(acceleration + step, limit);
        }
        stop = Math.max(stop + acceleration * (extreme - stop), Math.max(lastHigh, high));
        return value;
    }

    @Override
    public void state(StateCodec codec) {
        rising = codec.flag(rising);
        stop = codec.real(stop);
        extreme = codec.real(extreme);
        acceleration = codec.real(acceleration);
        lastHigh = codec.real(lastHigh);
        lastLow = codec.real(lastLow);
    }
}

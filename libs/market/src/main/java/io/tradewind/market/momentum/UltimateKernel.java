package io.tradewind.market.momentum;

import java.util.Arrays;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/**
 * Williams' ultimate oscillator over a length, twice and four times that.
 *
 * <p>A sum over twice the length is the sum over the length and the one a length ago, so one running sum serves all
 * three.
 */
final class UltimateKernel extends Kernel {
    private final int length;
    private final RollingSum pressure;
    private final RollingSum range;
    /** Sums over the length; the last {@code 3 length} of the blocks before come first. */
    private double[] pressures;

    private double[] ranges;
    private double[] bought = {};
    private double[] lows = {};
    private double[] trueRanges = {};

    UltimateKernel(int length) {
        this.length = length;
        this.pressure = new RollingSum(length);
        this.range = new RollingSum(length);
        this.pressures = new double[3 * length + 1];
        this.ranges = new double[3 * length + 1];
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        int before = 3 * length;
        pressures = grown(pressures, before + n);
        ranges = grown(ranges, before + n);
        bought = copied(in.close, in.offset, n, bought);
        lows = copied(in.low, in.offset, n, lows);
        trueRanges = copied(in.high, in.offset, n, trueRanges);
        for (int i = 0; i < n; i++) {
            double previous = in.previousClose[i];
            double bottom = Math.min(lows[i], previous);
            bought[i] -= bottom;
            trueRanges[i] = Math.max(trueRanges[i], previous) - bottom;
        }
        pressure.push(bought, 0, n, pressures, before);
        range.push(trueRanges, 0, n, ranges, before);
        double[] target = out[0];
        for (int i = 0; i < n; i++) {
            target[from + i] = value(before + i);
        }
        System.arraycopy(pressures, n, pressures, 0, before);
        System.arraycopy(ranges, n, ranges, 0, before);
        blank(in, n, out, from, 4 * length);
    }

    private double value(int at) {
        double shortPressure = pressures[at];
        double shortRange = ranges[at];
        double middlePressure = shortPressure + pressures[at - length];
        double middleRange = shortRange + ranges[at - length];
        double longPressure = middlePressure + pressures[at - 2 * length] + pressures[at - 3 * length];
        double longRange = middleRange + ranges[at - 2 * length] + ranges[at - 3 * length];
        double sum = 4 * share(shortPressure, shortRange)
                + 2 * share(middlePressure, middleRange)
                + share(longPressure, longRange);
        return 100 * sum / 7;
    }

    private static double share(double part, double whole) {
        double share = part / whole;
        return whole > 0 ? share : 0;
    }

    private static double[] grown(double[] values, int size) {
        return values.length >= size ? values : Arrays.copyOf(values, size);
    }

    @Override
    public void state(StateCodec codec) {
        pressure.state(codec);
        range.state(codec);
        for (int j = 0; j < 3 * length; j++) {
            pressures[j] = codec.real(pressures[j]);
            ranges[j] = codec.real(ranges[j]);
        }
    }
}

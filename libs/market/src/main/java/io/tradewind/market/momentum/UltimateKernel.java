package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Williams' ultimate oscillator over three lengths. */
final class UltimateKernel extends Kernel {
    private final int longest;
    private final RollingSum[] pressures = new RollingSum[3];
    private final RollingSum[] ranges = new RollingSum[3];

    UltimateKernel(int shortest, int middle, int longest) {
        this.longest = longest;
        int[] lengths = {shortest, middle, longest};
        for (int j = 0; j < 3; j++) {
            pressures[j] = new RollingSum(lengths[j]);
            ranges[j] = new RollingSum(lengths[j]);
        }
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            double previous = in.previousClose[i];
            double bottom = in.low[in.offset + i] < previous ? in.low[in.offset + i] : previous;
            double top = in.high[in.offset + i] > previous ? in.high[in.offset + i] : previous;
            double pressure = close - bottom;
            double range = top - bottom;
            double value = 4 * share(0, pressure, range) + 2 * share(1, pressure, range) + share(2, pressure, range);
            out[0][from + i] = in.start + i >= longest ? 100 * value / 7 : Double.NaN;
        }
    }

    private double share(int j, double pressure, double range) {
        double pressed = pressures[j].push(pressure);
        double ranged = ranges[j].push(range);
        return ranged > 0 ? pressed / ranged : 0;
    }

    @Override
    public void state(StateCodec codec) {
        for (int j = 0; j < 3; j++) {
            pressures[j].state(codec);
            ranges[j].state(codec);
        }
    }
}

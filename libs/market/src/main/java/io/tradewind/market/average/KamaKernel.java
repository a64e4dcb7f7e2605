package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.Delay;
import io.tradewind.market.window.RollingSum;

/** Kaufman's adaptive moving average and the close's distance to it. */
final class KamaKernel extends Kernel {
    private static final double SLOWEST = 2.0 / 31;
    private static final double SPAN = 2.0 / 3 - SLOWEST;

    private final int length;
    private final RollingSum path;
    private final Delay closes;
    private double average;

    KamaKernel(int length) {
        this.length = length;
        this.path = new RollingSum(length);
        this.closes = new Delay(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double close = in.close[in.offset + i];
            double travelled = path.push(Math.abs(close - in.previousClose[i]));
            double then = closes.push(close);
            boolean ready = row >= length;
            if (ready) {
                double moved = close - then;
                double efficiency = travelled <= moved || travelled == 0 ? 1 : Math.abs(moved / travelled);
                double smoothing = efficiency * SPAN + SLOWEST;
                average += smoothing * smoothing * (close - average);
            } else {
                average = close;
            }
            out[0][from + i] = ready ? average : Double.NaN;
            out[1][from + i] = ready ? close / average - 1 : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        path.state(codec);
        closes.state(codec);
        average = codec.real(average);
    }
}

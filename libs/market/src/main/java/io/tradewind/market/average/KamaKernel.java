package io.tradewind.market.average;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;

/** Kaufman's adaptive moving average and the close's distance to it. */
final class KamaKernel extends Kernel {
    private static final double SLOWEST = 2.0 / 31;
    private static final double SPAN = 2.0 / 3 - SLOWEST;

    private final int length;
    private final RollingSum path;
    private double average;
    private double[] gains = {};

    KamaKernel(int length) {
        this.length = length;
        this.path = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        gains = atLeast(gains, n);
        int begun = Math.min(n, Math.max(0, length - in.start));
        gains(in, n, begun);
        double value = begun > 0 ? in.close[in.offset + begun - 1] : average;
        for (int i = begun; i < n; i++) {
            value += gains[i] * (in.close[in.offset + i] - value);
            gains[i] = value;
        }
        average = value;
        if (out[0] != null) {
            System.arraycopy(gains, 0, out[0], from, n);
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = in.close[in.offset + i] / gains[i] - 1;
            }
        }
        blank(in, n, out, from, length);
    }

    /** How far the average follows each close. */
    private void gains(Block in, int n, int begun) {
        double[] close = in.close;
        for (int i = 0; i < n; i++) {
            gains[i] = Math.abs(close[in.offset + i] - in.previousClose[i]);
        }
        path.push(gains, 0, n, gains, 0);
        for (int i = begun; i < n; i++) {
            double moved = close[in.offset + i] - close[in.offset + i - length];
            double travelled = gains[i];
            double efficiency = travelled <= moved || travelled == 0 ? 1 : Math.abs(moved / travelled);
            double smoothing = efficiency * SPAN + SLOWEST;
            gains[i] = smoothing * smoothing;
        }
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        path.state(codec);
        average = codec.real(average);
    }
}

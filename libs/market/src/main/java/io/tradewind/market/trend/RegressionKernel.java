package io.tradewind.market.trend;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSlope;
import io.tradewind.market.window.RollingTrend;

/** Slope, relative slope and fit of the least-squares line through the last closes. */
final class RegressionKernel extends Kernel {
    private final int length;
    private final RollingSlope slope;
    private final RollingTrend trend;
    private double[] slopes = {};

    RegressionKernel(int length) {
        this.length = length;
        this.slope = new RollingSlope(length);
        this.trend = new RollingTrend(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        slopes = atLeast(slopes, n);
        slope.push(in.close, in.offset, n, slopes);
        if (out[0] != null) {
            System.arraycopy(slopes, 0, out[0], from, n);
        }
        if (out[1] != null) {
            for (int i = 0; i < n; i++) {
                out[1][from + i] = slopes[i] / in.close[in.offset + i];
            }
        }
        if (out[2] != null) {
            for (int i = 0; i < n; i++) {
                trend.push(in.close[in.offset + i]);
                out[2][from + i] = trend.rSquared();
            }
        }
        blank(in, n, out, from, length - 1);
    }

    @Override
    public boolean skipsUnwanted() {
        return true;
    }

    @Override
    public void state(StateCodec codec) {
        slope.state(codec);
        trend.state(codec);
    }
}

package io.tradewind.market.trend;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingTrend;

/** Slope, relative slope and fit of the least-squares line through the last closes. */
final class RegressionKernel extends Kernel {
    private final int length;
    private final RollingTrend trend;

    RegressionKernel(int length) {
        this.length = length;
        this.trend = new RollingTrend(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            trend.push(close);
            boolean ready = in.start + i >= length - 1;
            double slope = trend.slope();
            out[0][from + i] = ready ? slope : Double.NaN;
            out[1][from + i] = ready ? slope / close : Double.NaN;
            out[2][from + i] = ready ? trend.rSquared() : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        trend.state(codec);
    }
}

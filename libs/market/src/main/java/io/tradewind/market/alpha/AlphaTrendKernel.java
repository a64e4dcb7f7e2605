package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingTrend;

/** MA, STD, BETA, RSQR and RESI of one window. */
final class AlphaTrendKernel extends Kernel {
    static final int OUTPUTS = 5;

    private final int length;
    private final RollingTrend trend;

    AlphaTrendKernel(int length) {
        this.length = length;
        this.trend = new RollingTrend(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            trend.push(close);
            int at = from + i;
            if (in.start + i < length - 1) {
                Blank.fill(out, at, 0, OUTPUTS);
                continue;
            }
            double scale = 1 / close;
            out[0][at] = trend.mean() * scale;
            out[1][at] = trend.sampleDeviation() * scale;
            out[2][at] = trend.slope() * scale;
            out[3][at] = trend.rSquared();
            out[4][at] = trend.residual(close) * scale;
        }
    }

    @Override
    public void state(StateCodec codec) {
        trend.state(codec);
    }
}

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
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            double close = in.close[i];
            trend.push(close);
            int at = base + i;
            if (in.start + i < length - 1) {
                Blank.fill(out, at, stride, OUTPUTS);
                continue;
            }
            double scale = 1 / close;
            out[at] = trend.mean() * scale;
            out[at + stride] = trend.sampleDeviation() * scale;
            out[at + 2 * stride] = trend.slope() * scale;
            out[at + 3 * stride] = trend.rSquared();
            out[at + 4 * stride] = trend.residual(close) * scale;
        }
    }

    @Override
    public void state(StateCodec codec) {
        trend.state(codec);
    }
}

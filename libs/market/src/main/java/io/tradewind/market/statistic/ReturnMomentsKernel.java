package io.tradewind.market.statistic;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMoments;

/** Mean, standard deviation, skewness, excess kurtosis and z-score of log returns. */
final class ReturnMomentsKernel extends Kernel {
    static final int OUTPUTS = 5;

    private final int length;
    private final RollingMoments moments;

    ReturnMomentsKernel(int length) {
        this.length = length;
        this.moments = new RollingMoments(length);
    }

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            int at = base + i;
            int row = in.start + i;
            if (row > 0) {
                moments.push(in.logReturn[i]);
            }
            if (row >= length) {
                double deviation = moments.sampleDeviation();
                out[at] = moments.mean();
                out[at + stride] = deviation;
                out[at + 2 * stride] = moments.skewness();
                out[at + 3 * stride] = moments.excessKurtosis();
                out[at + 4 * stride] = deviation > 0 ? (in.logReturn[i] - moments.mean()) / deviation : 0;
            } else {
                for (int j = 0; j < OUTPUTS; j++) {
                    out[at + j * stride] = Double.NaN;
                }
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        moments.state(codec);
    }
}

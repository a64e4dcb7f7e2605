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
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int at = from + i;
            int row = in.start + i;
            if (row > 0) {
                moments.push(in.logReturn[i]);
            }
            if (row >= length) {
                double deviation = moments.sampleDeviation();
                out[0][at] = moments.mean();
                out[1][at] = deviation;
                out[2][at] = moments.skewness();
                out[3][at] = moments.excessKurtosis();
                out[4][at] = deviation > 0 ? (in.logReturn[i] - moments.mean()) / deviation : 0;
            } else {
                for (int j = 0; j < OUTPUTS; j++) {
                    out[j][at] = Double.NaN;
                }
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        moments.state(codec);
    }
}

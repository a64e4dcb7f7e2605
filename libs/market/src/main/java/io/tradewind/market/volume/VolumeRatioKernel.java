package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingVariance;

/** Mean volume, and the volume against it as a ratio and in standard deviations. */
final class VolumeRatioKernel extends Kernel {
    private final int length;
    private final RollingVariance variance;

    VolumeRatioKernel(int length) {
        this.length = length;
        this.variance = new RollingVariance(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double volume = in.volume[in.offset + i];
            variance.push(volume);
            boolean ready = in.start + i >= length - 1;
            double mean = variance.mean();
            double deviation = ready ? variance.populationDeviation() : 0;
            out[0][from + i] = ready ? mean : Double.NaN;
            out[1][from + i] = ready ? (mean > 0 ? volume / mean : 1) : Double.NaN;
            out[2][from + i] = ready ? (deviation > 0 ? (volume - mean) / deviation : 0) : Double.NaN;
        }
    }

    @Override
    public void state(StateCodec codec) {
        variance.state(codec);
    }
}

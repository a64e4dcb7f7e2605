package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingCovariance;

/** CORR and CORD of every window: price against volume, as levels and as changes. */
final class AlphaCorrelationKernel extends Kernel {
    private final int[] lengths;
    private final RollingCovariance[] levels;
    private final RollingCovariance[] changes;
    private double lastVolume;

    AlphaCorrelationKernel(int[] lengths) {
        this.lengths = lengths.clone();
        this.levels = new RollingCovariance[lengths.length];
        this.changes = new RollingCovariance[lengths.length];
        for (int j = 0; j < lengths.length; j++) {
            levels[j] = new RollingCovariance(lengths[j]);
            changes[j] = new RollingCovariance(lengths[j]);
        }
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double close = in.close[in.offset + i];
            double volume = in.volume[in.offset + i];
            double priceChange = close / in.previousClose[i];
            double volumeChange = Math.log((lastVolume > 0 ? volume / lastVolume : 1) + 1);
            lastVolume = volume;
            for (int j = 0; j < lengths.length; j++) {
                levels[j].push(close, in.logVolume[i]);
                if (row > 0) {
                    changes[j].push(priceChange, volumeChange);
                }
                out[j][from + i] = row >= lengths[j] - 1 ? levels[j].correlation() : Double.NaN;
                out[lengths.length + j][from + i] = row >= lengths[j] ? changes[j].correlation() : Double.NaN;
            }
        }
    }

    @Override
    public void state(StateCodec codec) {
        for (int j = 0; j < lengths.length; j++) {
            levels[j].state(codec);
            changes[j].state(codec);
        }
        lastVolume = codec.real(lastVolume);
    }
}

package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingSum;
import io.tradewind.market.window.RollingVariance;

/** VMA, VSTD, WVMA, VSUMP, VSUMN and VSUMD of one window. */
final class AlphaVolumeKernel extends Kernel {
    static final int OUTPUTS = 6;

    private final int length;
    private final RollingVariance volumes;
    private final RollingVariance moved;
    private final RollingSum gains;
    private final RollingSum losses;
    private double lastVolume;

    AlphaVolumeKernel(int length) {
        this.length = length;
        this.volumes = new RollingVariance(length);
        this.moved = new RollingVariance(length);
        this.gains = new RollingSum(length);
        this.losses = new RollingSum(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            int row = in.start + i;
            double volume = in.volume[in.offset + i];
            double change = row == 0 ? 0 : volume - lastVolume;
            lastVolume = volume;
            volumes.push(volume);
            if (row > 0) {
                moved.push(Math.abs(in.close[in.offset + i] / in.previousClose[i] - 1) * volume);
            }
            double gained = gains.push(change > 0 ? change : 0);
            double lost = losses.push(change < 0 ? -change : 0);
            double perVolume = volume > 0 ? 1 / volume : 0;
            boolean ready = row >= length - 1;
            int at = from + i;
            out[0][at] = ready ? volumes.mean() * perVolume : Double.NaN;
            out[1][at] = ready ? volumes.sampleDeviation() * perVolume : Double.NaN;
            if (row < length) {
                Blank.fill(out, at, 2, OUTPUTS);
                continue;
            }
            double scale = gained + lost > 0 ? 1 / (gained + lost) : 0;
            out[2][at] = moved.mean() > 0 ? moved.sampleDeviation() / moved.mean() : 0;
            out[3][at] = gained * scale;
            out[4][at] = lost * scale;
            out[5][at] = (gained - lost) * scale;
        }
    }

    @Override
    public void state(StateCodec codec) {
        volumes.state(codec);
        moved.state(codec);
        gains.state(codec);
        losses.state(codec);
        lastVolume = codec.real(lastVolume);
    }
}

package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Log change of volume, with one unit added so that silence has a logarithm. */
final class VolumeChangeKernel extends Kernel {
    private double last = Double.NaN;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            out[0][from + i] = in.logVolume[i] - last;
            last = in.logVolume[i];
        }
    }

    @Override
    public void state(StateCodec codec) {
        last = codec.real(last);
    }
}

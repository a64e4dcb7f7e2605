package io.tradewind.market.price;

import java.util.Arrays;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Close and return of some candles ago. */
final class LagKernel extends Kernel {
    /** Two more than the longest lag: a lagged return needs one more close. */
    private final double[] ring;

    private final int[] lags;
    private int at;

    LagKernel(int[] lags) {
        this.lags = lags.clone();
        this.ring = new double[Arrays.stream(lags).max().orElseThrow() + 2];
        Arrays.fill(ring, Double.NaN);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            ring[at] = in.close[in.offset + i];
            for (int j = 0; j < lags.length; j++) {
                double lagged = ring[slot(lags[j])];
                double before = ring[slot(lags[j] + 1)];
                out[j][from + i] = lagged;
                out[lags.length + j][from + i] = lagged / before - 1;
            }
            at = at + 1 == ring.length ? 0 : at + 1;
        }
    }

    private int slot(int lag) {
        int slot = at - lag;
        return slot < 0 ? slot + ring.length : slot;
    }

    @Override
    public void state(StateCodec codec) {
        codec.reals(ring);
        at = codec.whole(at);
    }
}

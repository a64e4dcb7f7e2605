package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Williams %R. */
final class WilliamsKernel extends Kernel {
    private final int length;
    private final PriceRange range;

    WilliamsKernel(int length) {
        this.length = length;
        this.range = new PriceRange(length);
    }

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        range.update(in, n);
        double[] tops = range.highest;
        double[] bottoms = range.lowest;
        double[] target = out[0];
        for (int i = 0; i < n; i++) {
            double width = tops[i] - bottoms[i];
            double value = -100 * (tops[i] - in.close[in.offset + i]) / width;
            target[from + i] = width > 0 ? value : 0;
        }
        blank(in, n, out, from, length - 1);
    }

    @Override
    public void state(StateCodec codec) {
        range.state(codec);
    }
}

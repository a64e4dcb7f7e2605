package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RunningTotal;

/** On-balance volume: a running total that takes each candle's volume with the sign of its move. */
final class ObvKernel extends Kernel {
    private final RunningTotal total = new RunningTotal();

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        double[] target = out[0];
        for (int i = 0; i < n; i++) {
            double way = Math.signum(in.close[in.offset + i] - in.previousClose[i]);
            target[from + i] = way * in.volume[in.offset + i];
        }
        if (in.start == 0) {
            // The very first candle counts as a rise, as in TA-Lib.
            target[from] = in.volume[in.offset];
        }
        total.add(target, from, n);
    }

    @Override
    public void state(StateCodec codec) {
        total.state(codec);
    }
}

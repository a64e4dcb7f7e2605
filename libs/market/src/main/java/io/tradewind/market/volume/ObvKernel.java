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
        for (int i = 0; i < n; i++) {
            double close = in.close[in.offset + i];
            double previous = in.previousClose[i];
            double volume = in.volume[in.offset + i];
            // The very first candle counts as a rise, as in TA-Lib.
            boolean up = close > previous || in.start + i == 0;
            out[0][from + i] = total.add(up ? volume : close < previous ? -volume : 0);
        }
    }

    @Override
    public void state(StateCodec codec) {
        total.state(codec);
    }
}

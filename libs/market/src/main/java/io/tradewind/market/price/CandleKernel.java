package io.tradewind.market.price;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** The candle as it stands. */
final class CandleKernel extends Kernel {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int OUTPUTS = 5;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        System.arraycopy(in.open, in.offset, out[OPEN], from, n);
        System.arraycopy(in.high, in.offset, out[HIGH], from, n);
        System.arraycopy(in.low, in.offset, out[LOW], from, n);
        System.arraycopy(in.close, in.offset, out[CLOSE], from, n);
        System.arraycopy(in.volume, in.offset, out[VOLUME], from, n);
    }

    @Override
    public void state(StateCodec codec) {
        // A candle needs no memory of others.
    }
}

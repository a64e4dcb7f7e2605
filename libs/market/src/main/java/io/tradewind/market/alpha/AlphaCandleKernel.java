package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Alpha158's nine candle proportions and four prices over the close. */
final class AlphaCandleKernel extends Kernel {
    static final int OUTPUTS = 13;

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            double open = in.open[i];
            double high = in.high[i];
            double low = in.low[i];
            double close = in.close[i];
            double range = high - low;
            double perRange = range > 0 ? 1 / range : 0;
            double perOpen = 1 / open;
            double perClose = 1 / close;
            double body = close - open;
            double upper = high - (open > close ? open : close);
            double lower = (open < close ? open : close) - low;
            double shift = (close - low) - (high - close);
            int at = base + i;
            out[at] = body * perOpen;
            out[at + stride] = range * perOpen;
            out[at + 2 * stride] = body * perRange;
            out[at + 3 * stride] = upper * perOpen;
            out[at + 4 * stride] = upper * perRange;
            out[at + 5 * stride] = lower * perOpen;
            out[at + 6 * stride] = lower * perRange;
            out[at + 7 * stride] = shift * perOpen;
            out[at + 8 * stride] = shift * perRange;
            out[at + 9 * stride] = open * perClose;
            out[at + 10 * stride] = high * perClose;
            out[at + 11 * stride] = low * perClose;
            out[at + 12 * stride] = (high + low + close) / 3 * perClose;
        }
    }

    @Override
    public void state(StateCodec codec) {
        // Every value is of one candle alone.
    }
}

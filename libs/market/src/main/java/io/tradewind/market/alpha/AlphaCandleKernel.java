package io.tradewind.market.alpha;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** Alpha158's nine candle proportions and four prices over the close. */
final class AlphaCandleKernel extends Kernel {
    static final int OUTPUTS = 13;

    @Override
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double open = in.open[in.offset + i];
            double high = in.high[in.offset + i];
            double low = in.low[in.offset + i];
            double close = in.close[in.offset + i];
            double range = high - low;
            double perRange = range > 0 ? 1 / range : 0;
            double perOpen = 1 / open;
            double perClose = 1 / close;
            double body = close - open;
            double upper = high - (open > close ? open : close);
            double lower = (open < close ? open : close) - low;
            double shift = (close - low) - (high - close);
            int at = from + i;
            out[0][at] = body * perOpen;
            out[1][at] = range * perOpen;
            out[2][at] = body * perRange;
            out[3][at] = upper * perOpen;
            out[4][at] = upper * perRange;
            out[5][at] = lower * perOpen;
            out[6][at] = lower * perRange;
            out[7][at] = shift * perOpen;
            out[8][at] = shift * perRange;
            out[9][at] = open * perClose;
            out[10][at] = high * perClose;
            out[11][at] = low * perClose;
            out[12][at] = (high + low + close) / 3 * perClose;
        }
    }

    @Override
    public void state(StateCodec codec) {
        // Every value is of one candle alone.
    }
}

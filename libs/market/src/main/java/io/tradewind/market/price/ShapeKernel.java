package io.tradewind.market.price;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.Kernel;
import io.tradewind.market.kernel.StateCodec;

/** The last return and the candle's proportions; needs nothing but the candle and the close before. */
final class ShapeKernel extends Kernel {
    static final int RETURN = 0;
    static final int LOG_RETURN = 1;
    static final int RANGE = 2;
    static final int BODY = 3;
    static final int BODY_SIZE = 4;
    static final int UPPER_SHADOW = 5;
    static final int LOWER_SHADOW = 6;
    static final int GAP = 7;
    static final int CLOSE_LOCATION = 8;
    static final int HIGH_LOW_RATIO = 9;
    static final int TYPICAL_PRICE = 10;
    static final int OUTPUTS = 11;

    @Override
    public void update(Block in, int n, double[] out, int base, int stride) {
        for (int i = 0; i < n; i++) {
            double open = in.open[i];
            double high = in.high[i];
            double low = in.low[i];
            double close = in.close[i];
            double previous = in.previousClose[i];
            int at = base + i;
            boolean first = in.start + i == 0;
            out[at] = first ? Double.NaN : close / previous - 1;
            out[at + stride] = first ? Double.NaN : in.logReturn[i];
            out[at + RANGE * stride] = (high - low) / close;
            out[at + BODY * stride] = (close - open) / close;
            out[at + BODY_SIZE * stride] = Math.abs(close - open) / close;
            out[at + UPPER_SHADOW * stride] = (high - Math.max(open, close)) / close;
            out[at + LOWER_SHADOW * stride] = (Math.min(open, close) - low) / close;
            out[at + GAP * stride] = first ? Double.NaN : open / previous - 1;
            out[at + CLOSE_LOCATION * stride] = high > low ? (close - low) / (high - low) : 0.5;
            out[at + HIGH_LOW_RATIO * stride] = high / low;
            out[at + TYPICAL_PRICE * stride] = (high + low + close) / 3;
        }
    }

    @Override
    public void state(StateCodec codec) {
        // The candle before is the block's business.
    }
}

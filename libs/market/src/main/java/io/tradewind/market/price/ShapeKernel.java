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
    public void update(Block in, int n, double[][] out, int from) {
        for (int i = 0; i < n; i++) {
            double open = in.open[in.offset + i];
            double high = in.high[in.offset + i];
            double low = in.low[in.offset + i];
            double close = in.close[in.offset + i];
            double previous = in.previousClose[i];
            int at = from + i;
            boolean first = in.start + i == 0;
            out[0][at] = first ? Double.NaN : close / previous - 1;
            out[1][at] = first ? Double.NaN : in.logReturn[i];
            out[RANGE][at] = (high - low) / close;
            out[BODY][at] = (close - open) / close;
            out[BODY_SIZE][at] = Math.abs(close - open) / close;
            out[UPPER_SHADOW][at] = (high - Math.max(open, close)) / close;
            out[LOWER_SHADOW][at] = (Math.min(open, close) - low) / close;
            out[GAP][at] = first ? Double.NaN : open / previous - 1;
            out[CLOSE_LOCATION][at] = high > low ? (close - low) / (high - low) : 0.5;
            out[HIGH_LOW_RATIO][at] = high / low;
            out[TYPICAL_PRICE][at] = (high + low + close) / 3;
        }
    }

    @Override
    public void state(StateCodec codec) {
        // The candle before is the block's business.
    }
}

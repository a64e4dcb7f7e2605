package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;

/** Chaikin's money flow of one candle: its volume times where the close is in its range, from -1 to 1. */
final class MoneyFlow {
    private MoneyFlow() {}

    /** Of candle {@code i} of the block; 0 on a flat candle. */
    static double of(Block in, int i) {
        int at = in.offset + i;
        return of(in.high[at], in.low[at], in.close[at], in.volume[at]);
    }

    /** Of the first {@code n} candles of the block, the first one's at {@code from}. */
    static void fill(Block in, int n, double[] target, int from) {
        double[] high = in.high;
        double[] low = in.low;
        double[] close = in.close;
        double[] volume = in.volume;
        int now = in.offset;
        if (now == from) {
            // With one index in it the loop works on many at once.
            for (int at = from; at < from + n; at++) {
                target[at] = of(high[at], low[at], close[at], volume[at]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                target[from + i] = of(high[now + i], low[now + i], close[now + i], volume[now + i]);
            }
        }
    }

    private static double of(double high, double low, double close, double volume) {
        // On a flat candle nothing over almost nothing, without a branch.
        double range = Math.max(Math.abs(high - low), Double.MIN_NORMAL);
        return ((close - low) - (high - close)) / range * volume;
    }
}

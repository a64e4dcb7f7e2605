package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;

/** Chaikin's money flow of one candle: its volume times where the close is in its range, from -1 to 1. */
final class MoneyFlow {
    private MoneyFlow() {}

    static double of(Block in, int i) {
        int at = in.offset + i;
        double high = in.high[at];
        double low = in.low[at];
        double close = in.close[at];
        double range = high - low;
        double flow = ((close - low) - (high - close)) / range * in.volume[at];
        return range > 0 ? flow : 0;
    }
}

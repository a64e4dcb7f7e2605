package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;

/** Chaikin's money flow of one candle: its volume times where the close is in its range, from -1 to 1. */
final class MoneyFlow {
    private MoneyFlow() {}

    static double of(Block in, int i) {
        double range = in.high[i] - in.low[i];
        double close = in.close[i];
        return range > 0 ? ((close - in.low[i]) - (in.high[i] - close)) / range * in.volume[i] : 0;
    }
}

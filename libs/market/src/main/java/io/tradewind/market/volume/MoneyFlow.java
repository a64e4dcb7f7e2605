package io.tradewind.market.volume;

import io.tradewind.market.kernel.Block;

/** Chaikin's money flow of one candle: its volume times where the close is in its range, from -1 to 1. */
final class MoneyFlow {
    private MoneyFlow() {}

    static double of(Block in, int i) {
        double range = in.high[in.offset + i] - in.low[in.offset + i];
        double close = in.close[in.offset + i];
        return range > 0
                ? ((close - in.low[in.offset + i]) - (in.high[in.offset + i] - close))
                        / range
                        * in.volume[in.offset + i]
                : 0;
    }
}

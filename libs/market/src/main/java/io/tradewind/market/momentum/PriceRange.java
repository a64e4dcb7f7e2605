package io.tradewind.market.momentum;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMax;

/** Highest high and lowest low of the last candles. */
final class PriceRange {
    double[] highest = {};
    double[] lowest = {};
    private final RollingMax tops;
    private final RollingMax bottoms;

    PriceRange(int length) {
        tops = new RollingMax(length);
        bottoms = new RollingMax(length);
    }

    void update(Block in, int n) {
        if (highest.length < n) {
            highest = new double[n];
            lowest = new double[n];
        }
        tops.push(in.high, in.offset, n, highest, 0);
        for (int i = 0; i < n; i++) {
            lowest[i] = -in.low[in.offset + i];
        }
        bottoms.push(lowest, 0, n, lowest, 0);
        for (int i = 0; i < n; i++) {
            lowest[i] = -lowest[i];
        }
    }

    void state(StateCodec codec) {
        tops.state(codec);
        bottoms.state(codec);
    }
}

package io.tradewind.market.momentum;

import java.util.Arrays;

import io.tradewind.market.kernel.Block;
import io.tradewind.market.kernel.StateCodec;
import io.tradewind.market.window.RollingMax;

/**
 * Highest high and lowest low of the last candles.
 *
 * <p>Live, by two stacks. In a batch, by doubling: the highest of two, of four, of eight, and of the two longest of those
 * that overlap to the length. Both only choose among the same prices, so they cannot differ, and the second has nothing
 * to wait for and no branch to guess.
 */
final class PriceRange {
    double[] highest = {};
    double[] lowest = {};
    private final int length;
    private final RollingMax tops;
    private final RollingMax bottoms;
    private double[] prices = {};
    private double[] shifted = {};

    PriceRange(int length) {
        this.length = length;
        this.tops = new RollingMax(length);
        this.bottoms = new RollingMax(length);
    }

    void update(Block in, int n) {
        if (highest.length < n) {
            highest = new double[n];
            lowest = new double[n];
            prices = new double[n + length];
            shifted = new double[n + length];
        }
        if (in.live) {
            highest[0] = tops.push(in.high[in.offset]);
            lowest[0] = -bottoms.push(-in.low[in.offset]);
            return;
        }
        load(in.high, in, n);
        for (int size = 1; size < length; size *= 2) {
            shift(n, Math.min(size, length - size));
            for (int j = 0; j < n + length; j++) {
                prices[j] = Math.max(prices[j], shifted[j]);
            }
        }
        System.arraycopy(prices, length, highest, 0, n);
        load(in.low, in, n);
        for (int size = 1; size < length; size *= 2) {
            shift(n, Math.min(size, length - size));
            for (int j = 0; j < n + length; j++) {
                prices[j] = Math.min(prices[j], shifted[j]);
            }
        }
        System.arraycopy(prices, length, lowest, 0, n);
    }

    /** The block's prices, after as many before it as a window reaches back; the first one stands for those there are not. */
    private void load(double[] column, Block in, int n) {
        int before = Math.min(length, in.offset);
        Arrays.fill(prices, 0, length - before, column[in.offset - before]);
        System.arraycopy(column, in.offset - before, prices, length - before, before + n);
    }

    private void shift(int n, int by) {
        System.arraycopy(prices, 0, shifted, 0, by);
        System.arraycopy(prices, 0, shifted, by, n + length - by);
    }

    void state(StateCodec codec) {
        tops.state(codec);
        bottoms.state(codec);
    }
}

package io.tradewind.market.feature;

import java.util.SplittableRandom;

import io.tradewind.market.candle.Timeframe;

/**
 * Candles one at a time, with everything that spoils a running sum: wild prices, wild volumes, halts.
 *
 * <p>One candle in ten thousand has ten thousand times the price, another a hundred million times the volume, and now
 * and then the market stands still for two hundred. The end is ordinary.
 */
final class RoughMarket {
    static final Timeframe TIMEFRAME = Timeframe.ONE_MINUTE;

    private static final long START = 946_684_800_000L;

    long openTime = START;
    double open;
    double high;
    double low;
    double close = 100;
    double volume;

    private final SplittableRandom random = new SplittableRandom(11);
    private final long rough;
    private long row;
    private int halted;
    private double level = Math.log(100);

    RoughMarket(long rough) {
        this.rough = rough;
    }

    void next() {
        boolean calm = row >= rough;
        openTime = START + row * TIMEFRAME.millis();
        row++;
        if (!calm && halted == 0 && random.nextInt(20_000) == 0) {
            halted = 200;
        }
        if (!calm && halted > 0) {
            halted--;
            stand();
            return;
        }
        move(calm);
    }

    private void stand() {
        open = close;
        high = close;
        low = close;
        volume = 0;
    }

    private void move(boolean calm) {
        double before = level;
        level += 0.004 * random.nextGaussian() - 1e-4 * (level - Math.log(100));
        double scale = !calm && random.nextInt(10_000) == 0 ? 1e4 : 1;
        double width = 0.002 * random.nextDouble();
        open = Math.exp(before) * scale;
        close = Math.exp(level) * scale;
        high = Math.max(open, close) * (1 + width);
        low = Math.min(open, close) * (1 - 0.002 * random.nextDouble());
        volume = Math.exp(3 + random.nextGaussian()) * (!calm && random.nextInt(10_000) == 0 ? 1e8 : 1);
    }
}

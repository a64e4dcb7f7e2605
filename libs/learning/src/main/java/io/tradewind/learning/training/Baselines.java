package io.tradewind.learning.training;

import java.util.Arrays;

import io.tradewind.market.candle.CandleSeries;

/** Rules anyone can follow without a model; a model that does not beat them is not worth its electricity. */
final class Baselines {

    private static final int FAST = 10;
    private static final int SLOW = 50;

    private Baselines() {}

    /** The direction of the last horizon goes on. */
    static int[] repeatLast(CandleSeries series, int[] rows, int horizonBars) {
        return Arrays.stream(rows)
                .map(row -> row < horizonBars ? 0 : sign(series.close(row) - series.close(row - horizonBars)))
                .toArray();
    }

    /** Up while the mean of the last 10 closes is above that of the last 50, else down. */
    static int[] movingAverageCross(CandleSeries series, int[] rows) {
        return Arrays.stream(rows)
                .map(row -> row < SLOW - 1 ? 0 : sign(average(series, row, FAST) - average(series, row, SLOW)))
                .toArray();
    }

    private static double average(CandleSeries series, int row, int bars) {
        double sum = 0;
        for (int i = row - bars + 1; i <= row; i++) {
            sum += series.close(i);
        }
        return sum / bars;
    }

    private static int sign(double value) {
        return (int) Math.signum(value);
    }
}

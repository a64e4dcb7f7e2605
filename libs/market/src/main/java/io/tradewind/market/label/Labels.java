package io.tradewind.market.label;

import io.tradewind.market.candle.CandleSeries;

/**
 * Labels of a series: what happened after each candle.
 *
 * <p>Horizons count candles, not hours: over a gap a horizon takes longer.
 */
public final class Labels {
    private Labels() {}

    /**
     * Simple return of the close over the horizon: {@code close[i + horizon] / close[i] - 1}.
     *
     * @param horizon candles ahead, at least 1
     */
    public static LabelSeries returns(CandleSeries series, int horizon) {
        requireHorizon(horizon);
        double[] closes = series.closes();
        double[] values = new double[closes.length];
        int[] ends = new int[closes.length];
        for (int i = 0; i < closes.length; i++) {
            ends[i] = i + horizon;
            values[i] = ends[i] < closes.length ? closes[ends[i]] / closes[i] - 1 : Double.NaN;
        }
        return new LabelSeries("return_" + horizon, values, ends);
    }

    /**
     * Direction of that return: 1 above the dead band, -1 below its negative, 0 inside.
     *
     * @param horizon candles ahead, at least 1
     * @param deadBand simple return that still counts as no move, at least 0
     */
    public static LabelSeries direction(CandleSeries series, int horizon, double deadBand) {
        if (!(deadBand >= 0)) {
            throw new IllegalArgumentException("deadBand must be >= 0, was " + deadBand);
        }
        LabelSeries returns = returns(series, horizon);
        double[] values = new double[returns.size()];
        int[] ends = new int[returns.size()];
        for (int i = 0; i < values.length; i++) {
            double move = returns.value(i);
            ends[i] = returns.endIndex(i);
            values[i] = Double.isNaN(move) ? Double.NaN : move > deadBand ? 1 : move < -deadBand ? -1 : 0;
        }
        return new LabelSeries("direction_" + horizon, values, ends);
    }

    static void requireHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be >= 1 candle, was " + horizon);
        }
    }
}

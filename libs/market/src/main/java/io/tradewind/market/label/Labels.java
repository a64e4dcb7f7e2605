package io.tradewind.market.label;

import java.util.Arrays;
import java.util.List;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeaturePipeline;
import io.tradewind.market.feature.FeatureSet;

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

    /**
     * The barrier met first: 1 the upper, -1 the lower, 0 neither within the horizon.
     *
     * @param horizon candles until the time barrier, at least 1
     * @param upper distance of the upper barrier in volatilities, above 0
     * @param lower distance of the lower barrier in volatilities, above 0
     * @param volatilityLength log returns the volatility is taken from, at least 2; candles before are unknown
     */
    public static LabelSeries tripleBarrier(
            CandleSeries series, int horizon, double upper, double lower, int volatilityLength) {
        requireHorizon(horizon);
        if (!(upper > 0) || !(lower > 0)) {
            throw new IllegalArgumentException("barriers must be > 0 volatilities away, were " + upper + ", " + lower);
        }
        if (volatilityLength < 2) {
            throw new IllegalArgumentException("volatilityLength must be >= 2, was " + volatilityLength);
        }
        return new TripleBarrier(series, horizon, upper, lower, volatilityLength).label();
    }

    /**
     * A candlestick pattern at each candle: 1 bullish, -1 bearish, 0 none. It ends at the candle itself.
     *
     * @param pattern such as {@code doji}; {@code gapless_doji} for the variant without gaps
     * @throws IllegalArgumentException when there is no such pattern
     */
    public static LabelSeries pattern(CandleSeries series, String pattern) {
        String feature = "pattern_" + pattern;
        double[] values = FeaturePipeline.of(FeatureSet.of(List.of(feature)))
                .compute(series)
                .column(0);
        int[] ends = new int[values.length];
        Arrays.setAll(ends, i -> i);
        return new LabelSeries(feature, values, ends);
    }

    static void requireHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be >= 1 candle, was " + horizon);
        }
    }
}

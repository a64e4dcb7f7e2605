package io.tradewind.market.label;

import java.util.Arrays;

import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.window.RollingVariance;

/**
 * Which of three barriers the price meets first: one above, one below, one in time (Lopez de Prado 2018, chapter 3).
 *
 * <p>The barriers stand at {@code close * exp(+-multiple * volatility)}, with the volatility of the log returns up to
 * the candle itself. A candle that meets both counts as the lower: which came first is not known, and the worse is
 * assumed.
 */
final class TripleBarrier {
    private final CandleSeries series;
    private final int horizon;
    private final double upper;
    private final double lower;
    private final int volatilityLength;
    private final double[] values;
    private final int[] ends;

    TripleBarrier(CandleSeries series, int horizon, double upper, double lower, int volatilityLength) {
        this.series = series;
        this.horizon = horizon;
        this.upper = upper;
        this.lower = lower;
        this.volatilityLength = volatilityLength;
        this.values = new double[series.size()];
        this.ends = new int[series.size()];
    }

    LabelSeries label() {
        Arrays.fill(values, Double.NaN);
        RollingVariance returns = new RollingVariance(volatilityLength);
        for (int i = 0; i < values.length; i++) {
            ends[i] = i + horizon;
            if (i > 0) {
                returns.push(Math.log(series.close(i) / series.close(i - 1)));
            }
            if (i >= volatilityLength) {
                decide(i, returns.sampleDeviation());
            }
        }
        return new LabelSeries("triple_barrier_" + horizon, values, ends);
    }

    private void decide(int i, double volatility) {
        double top = series.close(i) * Math.exp(upper * volatility);
        double bottom = series.close(i) * Math.exp(-lower * volatility);
        int last = Math.min(i + horizon, series.size() - 1);
        for (int j = i + 1; j <= last; j++) {
            // On flat prices the barriers stand at the price itself, and nothing is met by standing still.
            boolean falls = series.low(j) <= bottom && series.low(j) < series.close(i);
            boolean rises = series.high(j) >= top && series.high(j) > series.close(i);
            if (falls || rises) {
                values[i] = falls ? -1 : 1;
                ends[i] = j;
                return;
            }
        }
        if (last == i + horizon) {
            values[i] = 0;
        }
    }
}

package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Turns sums into figures. A figure that its data cannot give is null, never NaN or infinite. */
public final class PerformanceRules {

    // Markets that never close: 365 days of bars a year. Bars on which a market is closed count as bars without a
    // trade, which leaves the annualised ratio of a stock's model unchanged as well.
    private static final double YEAR_MILLIS = Duration.ofDays(365).toMillis();

    private PerformanceRules() {}

    /** All figures of a window. */
    public static Performance performance(Tally tally, EquityCurve curve) {
        return new Performance(
                tally.predictions,
                tally.joined,
                tally.judged,
                tally.correct,
                ratio(tally.correct, tally.judged),
                tally.trades,
                tally.wins,
                ratio(tally.wins, tally.trades),
                tally.profitSum.doubleValue(),
                mean(tally.profitSum, tally.trades),
                profitFactor(tally.grossProfit, tally.grossLoss),
                sharpe(curve.bars(), curve.returnSum(), curve.returnSquareSum(), YEAR_MILLIS / curve.barMillis()),
                curve.bars() == 0 ? null : (Double) curve.maxDrawdown(),
                tally.latencyCount,
                tally.latencyCount == 0 ? null : (Double) (tally.latencyMicrosSum / 1000.0 / tally.latencyCount),
                tally.latencies.millisAt(0.50),
                tally.latencies.millisAt(0.95),
                tally.latencies.millisAt(0.99),
                mean(tally.confidenceSum, tally.predictions),
                tally.highJudged,
                ratio(tally.highCorrect, tally.highJudged));
    }

    /**
     * Annualised Sharpe ratio: mean over sample standard deviation (n - 1) of the returns per period, times the root of
     * periods a year; the risk-free rate is taken as 0. Null below two periods or without any variation.
     */
    static @Nullable Double sharpe(long periods, double sum, double squareSum, double periodsPerYear) {
        if (periods < 2) {
            return null;
        }
        double mean = sum / periods;
        double variance = (squareSum - periods * mean * mean) / (periods - 1);
        // Equal returns leave a variance of rounding errors, of which no ratio should be made.
        if (!(variance > 1e-14 * squareSum / periods)) {
            return null;
        }
        return mean / Math.sqrt(variance) * Math.sqrt(periodsPerYear);
    }

    /** Gross profit over gross loss; null without a loss, where it has no limit. */
    static @Nullable Double profitFactor(BigDecimal grossProfit, BigDecimal grossLoss) {
        return grossLoss.signum() == 0 ? null : (Double) (grossProfit.doubleValue() / grossLoss.doubleValue());
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }

    private static @Nullable Double mean(BigDecimal sum, long count) {
        return count == 0 ? null : (Double) (sum.doubleValue() / count);
    }
}

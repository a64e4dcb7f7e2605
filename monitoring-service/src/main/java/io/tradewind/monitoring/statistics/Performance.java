package io.tradewind.monitoring.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Figures of a window; null where its data cannot give one.
 *
 * @param joined predictions that have their outcome
 * @param judged those of them that took a side
 * @param accuracy correct / judged
 * @param winRate trades won / trades
 * @param totalProfit sum of the trades' profits, as fractions of their stakes
 * @param profitFactor gross profit / gross loss; null while nothing was lost
 * @param sharpeRatio annualised, from bar returns, bars without a trade included
 * @param maxDrawdown of the equity curve, a fraction in [0, 1]
 * @param highConfidenceAccuracy accuracy of predictions with a confidence of at least 0.7
 */
public record Performance(
        long predictions,
        long joined,
        long judged,
        long correct,
        @Nullable Double accuracy,
        long trades,
        long wins,
        @Nullable Double winRate,
        double totalProfit,
        @Nullable Double averageProfit,
        @Nullable Double profitFactor,
        @Nullable Double sharpeRatio,
        @Nullable Double maxDrawdown,
        long latencies,
        @Nullable Double averageLatencyMillis,
        @Nullable Double p50LatencyMillis,
        @Nullable Double p95LatencyMillis,
        @Nullable Double p99LatencyMillis,
        @Nullable Double averageConfidence,
        long highConfidenceJudged,
        @Nullable Double highConfidenceAccuracy) {}

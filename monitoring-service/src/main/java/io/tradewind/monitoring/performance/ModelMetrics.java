package io.tradewind.monitoring.performance;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.monitoring.drift.DriftReport;
import io.tradewind.monitoring.drift.DriftStatus;
import io.tradewind.monitoring.statistics.Performance;
import org.jspecify.annotations.Nullable;

/**
 * Everything a model is watched by. A figure is null where there is no data for it; profits are fractions of the stake.
 *
 * @param version null for all versions together; drift scores are then those of the newest one
 * @param variant null for all variants together, empty for predictions outside experiments
 * @param window such as {@code 24h}
 * @param from start of the window by prediction time; null for everything there is
 * @param n predictions that have their outcome
 * @param judgedTotal those of them that took a side: what accuracy is counted over
 * @param sharpeRatio annualised from bar returns, bars without a trade included
 * @param maxDrawdown fraction of the peak lost at worst, in [0, 1]
 */
public record ModelMetrics(
        UUID modelId,
        @Nullable Integer version,
        @Nullable String variant,
        String window,
        @Nullable Instant from,
        @Nullable Instant to,
        long n,
        long judgedTotal,
        @Nullable Double accuracy,
        long predictionsTotal,
        long predictionsCorrect,
        @Nullable Double winRate,
        long tradesTotal,
        long tradesWin,
        double totalPnL,
        @Nullable Double avgTradePnL,
        @Nullable Double profitFactor,
        @Nullable Double sharpeRatio,
        @Nullable Double maxDrawdown,
        long latenciesTotal,
        @Nullable Double avgLatencyMs,
        @Nullable Double p50LatencyMs,
        @Nullable Double p95LatencyMs,
        @Nullable Double p99LatencyMs,
        @Nullable Double avgConfidence,
        long highConfidenceTotal,
        @Nullable Double highConfidenceAccuracy,
        @Nullable DriftStatus driftStatus,
        long driftRows,
        @Nullable Double featureDriftScore,
        @Nullable Double predictionDriftScore,
        @Nullable Double performanceDriftScore) {

    // Scores recorded by somebody else come without rows: their sample is taken as given.
    long driftSample() {
        return driftStatus == DriftStatus.RECORDED ? Long.MAX_VALUE : driftRows;
    }

    static ModelMetrics of(MetricsScope scope, Performance performance, @Nullable DriftReport drift) {
        return new ModelMetrics(
                scope.modelId(),
                scope.version(),
                scope.variant(),
                scope.window(),
                scope.from(),
                scope.to(),
                performance.joined(),
                performance.judged(),
                performance.accuracy(),
                performance.predictions(),
                performance.correct(),
                performance.winRate(),
                performance.trades(),
                performance.wins(),
                performance.totalProfit(),
                performance.averageProfit(),
                performance.profitFactor(),
                performance.sharpeRatio(),
                performance.maxDrawdown(),
                performance.latencies(),
                performance.averageLatencyMillis(),
                performance.p50LatencyMillis(),
                performance.p95LatencyMillis(),
                performance.p99LatencyMillis(),
                performance.averageConfidence(),
                performance.highConfidenceJudged(),
                performance.highConfidenceAccuracy(),
                drift == null ? null : drift.status(),
                drift == null ? 0 : drift.rows(),
                drift == null ? null : drift.featureDriftScore(),
                drift == null ? null : drift.predictionDriftScore(),
                drift == null ? null : drift.performanceDriftScore());
    }
}

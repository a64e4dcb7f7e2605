package io.tradewind.monitoring.performance;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/** A figure thresholds can be set on and gauges show: its public name, its value, and how many samples it rests on. */
public enum WatchedMetric {
    ACCURACY("accuracy", Better.HIGHER, ModelMetrics::accuracy, ModelMetrics::judgedTotal),
    WIN_RATE("winRate", Better.HIGHER, ModelMetrics::winRate, ModelMetrics::tradesTotal),
    TOTAL_PNL("totalPnL", Better.HIGHER, ModelMetrics::totalPnL, ModelMetrics::tradesTotal),
    AVG_TRADE_PNL("avgTradePnL", Better.HIGHER, ModelMetrics::avgTradePnL, ModelMetrics::tradesTotal),
    PROFIT_FACTOR("profitFactor", Better.HIGHER, ModelMetrics::profitFactor, ModelMetrics::tradesTotal),
    SHARPE_RATIO("sharpeRatio", Better.HIGHER, ModelMetrics::sharpeRatio, ModelMetrics::n),
    MAX_DRAWDOWN("maxDrawdown", Better.LOWER, ModelMetrics::maxDrawdown, ModelMetrics::n),
    AVG_LATENCY("avgLatencyMs", Better.LOWER, ModelMetrics::avgLatencyMs, ModelMetrics::latenciesTotal),
    P50_LATENCY("p50LatencyMs", Better.LOWER, ModelMetrics::p50LatencyMs, ModelMetrics::latenciesTotal),
    P95_LATENCY("p95LatencyMs", Better.LOWER, ModelMetrics::p95LatencyMs, ModelMetrics::latenciesTotal),
    P99_LATENCY("p99LatencyMs", Better.LOWER, ModelMetrics::p99LatencyMs, ModelMetrics::latenciesTotal),
    AVG_CONFIDENCE("avgConfidence", Better.HIGHER, ModelMetrics::avgConfidence, ModelMetrics::predictionsTotal),
    HIGH_CONFIDENCE_ACCURACY(
            "highConfidenceAccuracy",
            Better.HIGHER,
            ModelMetrics::highConfidenceAccuracy,
            ModelMetrics::highConfidenceTotal),
    FEATURE_DRIFT("featureDriftScore", Better.LOWER, ModelMetrics::featureDriftScore, ModelMetrics::driftSample),
    PREDICTION_DRIFT(
            "predictionDriftScore", Better.LOWER, ModelMetrics::predictionDriftScore, ModelMetrics::driftSample),
    PERFORMANCE_DRIFT(
            "performanceDriftScore", Better.LOWER, ModelMetrics::performanceDriftScore, ModelMetrics::judgedTotal);

    /** Which way a figure should go. */
    public enum Better {
        HIGHER,
        LOWER
    }

    private final String publicName;
    private final Better better;
    private final Function<ModelMetrics, @Nullable Double> value;
    private final ToLongFunction<ModelMetrics> sample;

    WatchedMetric(
            String publicName,
            Better better,
            Function<ModelMetrics, @Nullable Double> value,
            ToLongFunction<ModelMetrics> sample) {
        this.publicName = publicName;
        this.better = better;
        this.value = value;
        this.sample = sample;
    }

    /** The metric of this name, as in {@link ModelMetrics}. */
    public static Optional<WatchedMetric> find(String publicName) {
        return Arrays.stream(values())
                .filter(metric -> metric.publicName.equals(publicName))
                .findFirst();
    }

    /** Name of the field in {@link ModelMetrics}. */
    public String publicName() {
        return publicName;
    }

    /** Which way it should go. */
    public Better better() {
        return better;
    }

    /** Its value; null where there is none. */
    public @Nullable Double value(ModelMetrics metrics) {
        return value.apply(metrics);
    }

    /** How many observations its value rests on. */
    public long sample(ModelMetrics metrics) {
        return sample.applyAsLong(metrics);
    }
}

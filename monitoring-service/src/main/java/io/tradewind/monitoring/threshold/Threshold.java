package io.tradewind.monitoring.threshold;

import java.util.UUID;

import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.monitoring.performance.WatchedMetric;

/**
 * A limit of a metric.
 *
 * @param type of the alert it raises, such as {@code accuracy_drop}
 * @param minimumSample observations the metric must rest on before an alert may fire
 * @param exitMargin by which fraction of the limit the metric must come back across it before the alert resolves, so
 *     that one that hovers at the limit does not flap; in [0, 1)
 */
public record Threshold(
        UUID id,
        String type,
        WatchedMetric metric,
        Comparison comparison,
        double value,
        AlertSeverity severity,
        long minimumSample,
        double exitMargin,
        boolean enabled) {

    /** Whether a value is beyond the limit. */
    public boolean crossedBy(double observed) {
        return switch (comparison) {
            case BELOW -> observed < value;
            case ABOVE -> observed > value;
        };
    }

    /** Whether a value is far enough on the good side again. */
    public boolean clearedBy(double observed) {
        double margin = Math.abs(value) * exitMargin;
        return switch (comparison) {
            case BELOW -> observed >= value + margin;
            case ABOVE -> observed <= value - margin;
        };
    }
}

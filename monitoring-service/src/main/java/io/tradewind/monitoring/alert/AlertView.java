package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.monitoring.threshold.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * An alert on the wire.
 *
 * @param variant null for predictions outside experiments
 * @param threshold what the metric was compared with
 * @param value of the metric when the status changed last
 * @param sample observations the value rests on
 */
public record AlertView(
        UUID id,
        String type,
        AlertSeverity severity,
        AlertStatus status,
        UUID modelId,
        int modelVersion,
        @Nullable String variant,
        String metric,
        Comparison comparison,
        double threshold,
        double value,
        long sample,
        String message,
        Instant firedAt,
        Instant updatedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id,
                alert.type,
                alert.severity,
                alert.status,
                alert.modelId,
                alert.modelVersion,
                alert.variant.isEmpty() ? null : alert.variant,
                alert.metric,
                alert.comparison,
                alert.threshold,
                alert.value,
                alert.sample,
                alert.message,
                alert.firedAt,
                alert.updatedAt,
                alert.acknowledgedBy,
                alert.acknowledgedAt,
                alert.resolvedAt);
    }
}

package io.tradewind.contracts.alert;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An alert fired, was acknowledged, or resolved.
 *
 * @param type such as {@code accuracy_drop}, {@code drawdown_exceeded}, {@code feature_drift}
 * @param metric the metric compared, such as {@code p99LatencyMs}
 * @param value the metric when the status changed
 * @param threshold what it was compared with
 */
public record AlertChanged(
        UUID alertId,
        String type,
        AlertSeverity severity,
        AlertStatus status,
        UUID modelId,
        int modelVersion,
        @Nullable String variant,
        String metric,
        double value,
        double threshold,
        String message,
        Instant occurredAt)
        implements Event {

    @Override
    public String eventKey() {
        return alertId.toString();
    }
}

package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.threshold.Comparison;
import io.tradewind.monitoring.threshold.Threshold;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An alert's row: FIRING, then perhaps ACKNOWLEDGED, then RESOLVED for ever. */
@Entity
@Table(name = "alert")
@NullUnmarked
class Alert {

    @Id
    UUID id;

    UUID thresholdId;
    String type;
    String metric;

    @Enumerated(EnumType.STRING)
    Comparison comparison;

    @Enumerated(EnumType.STRING)
    AlertSeverity severity;

    @Enumerated(EnumType.STRING)
    AlertStatus status;

    UUID modelId;
    int modelVersion;
    String variant;
    String owner;
    double threshold;
    double value;
    long sample;
    String message;
    Instant firedAt;
    Instant updatedAt;

    @Nullable
    String acknowledgedBy;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    Instant resolvedAt;

    @Version
    long lockVersion;

    static Alert fired(Threshold threshold, Cohort cohort, String owner, AlertDecision.Fire fire, Instant now) {
        Alert alert = new Alert();
        alert.id = UUID.randomUUID();
        alert.thresholdId = threshold.id();
        alert.type = threshold.type();
        alert.metric = threshold.metric().publicName();
        alert.comparison = threshold.comparison();
        alert.severity = threshold.severity();
        alert.status = AlertStatus.FIRING;
        alert.modelId = cohort.modelId();
        alert.modelVersion = cohort.version();
        alert.variant = cohort.variant();
        alert.owner = owner;
        alert.threshold = threshold.value();
        alert.firedAt = now;
        alert.observe(fire.value(), fire.sample(), now);
        return alert;
    }

    Cohort cohort() {
        return new Cohort(modelId, modelVersion, variant);
    }

    void acknowledge(String by, Instant now) {
        status = AlertStatus.ACKNOWLEDGED;
        acknowledgedBy = by;
        acknowledgedAt = now;
        updatedAt = now;
    }

    void resolve(AlertDecision.Resolve resolve, Instant now) {
        observe(resolve.value(), resolve.sample(), now);
        status = AlertStatus.RESOLVED;
        resolvedAt = now;
    }

    void close(String reason, Instant now) {
        status = AlertStatus.RESOLVED;
        message = reason;
        updatedAt = now;
        resolvedAt = now;
    }

    AlertChanged event() {
        return new AlertChanged(
                id,
                type,
                severity,
                status,
                modelId,
                modelVersion,
                variant.isEmpty() ? null : variant,
                metric,
                value,
                threshold,
                message,
                updatedAt);
    }

    private void observe(double observed, long observations, Instant now) {
        value = observed;
        sample = observations;
        updatedAt = now;
        String side = comparison == Comparison.BELOW ? "below" : "above";
        message = "%s is %.6g, alerts %s %.6g".formatted(metric, observed, side, threshold);
    }
}

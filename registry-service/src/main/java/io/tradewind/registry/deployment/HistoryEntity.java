package io.tradewind.registry.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A deployment step as queries read it. */
@Entity
@Immutable
@Table(name = "deployment_history")
class HistoryEntity {
    @Id
    Long id;

    @Column(name = "model_id")
    UUID modelId;

    long revision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    HistoryEntry.Step step;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    HistoryEntry.Cause cause;

    @Nullable
    Integer version;

    @Column(name = "previous_version")
    @Nullable
    Integer previousVersion;

    String actor;

    @Nullable
    String reason;

    @Column(name = "gates_overridden")
    boolean gatesOverridden;

    @Column(name = "failed_checks")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, List<Map<String, Object>>> failedChecks;

    Instant at;

    HistoryView view() {
        return new HistoryView(
                id,
                revision,
                step,
                cause,
                version,
                previousVersion,
                actor,
                reason,
                gatesOverridden,
                failedChecks.getOrDefault(Deployments.CHECKS, List.of()),
                at);
    }
}

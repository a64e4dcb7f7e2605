package io.tradewind.training.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.training.JobStatus;
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

/** A job as queries read it; whatever changes one goes through {@link Jobs}, under the lock of its row. */
@Entity
@Immutable
@Table(name = "training_job")
class JobEntity {
    @Id
    UUID id;

    @Column(name = "model_id")
    UUID modelId;

    String owner;

    @Column(name = "requested_by")
    String requestedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    JobSpec spec;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    JobStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    JobPhase phase;

    int attempt;
    int failures;

    @Nullable
    String reason;

    @Column(name = "cancel_requested_by")
    @Nullable
    String cancelRequestedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    JobProgress progress;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> metrics;

    @Column(name = "reserved_version")
    @Nullable
    Integer reservedVersion;

    @Column(name = "model_version")
    @Nullable
    Integer modelVersion;

    @Column(name = "bundle_digest")
    @Nullable
    String bundleDigest;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    Job toJob() {
        return new Job(
                id,
                modelId,
                owner,
                requestedBy,
                spec,
                StoredState.of(status, attempt, failures, reason, cancelRequestedBy, modelVersion, bundleDigest),
                phase,
                progress,
                metrics,
                reservedVersion,
                createdAt,
                startedAt,
                finishedAt);
    }
}

package io.tradewind.registry.version;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.tradewind.contracts.model.VersionStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version as queries read it; commands go through {@link Versions}. */
@Entity
@Immutable
@Table(name = "version")
@IdClass(VersionEntity.Key.class)
class VersionEntity {
    @Id
    @Column(name = "model_id")
    UUID modelId;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    VersionStatus status;

    @Nullable
    String reason;

    String description;

    @Column(name = "training_job_id")
    @Nullable
    UUID trainingJobId;

    @Column(name = "bundle_digest")
    @Nullable
    String bundleDigest;

    @Column(name = "size_bytes")
    long sizeBytes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> manifest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> evaluation;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    ModelVersion toVersion() {
        return new ModelVersion(
                modelId,
                number,
                status,
                reason,
                description,
                trainingJobId,
                bundleDigest,
                sizeBytes,
                manifest,
                evaluation,
                createdBy,
                createdAt,
                completedAt);
    }

    /** What identifies a version; Hibernate wants it as a class with the same fields. */
    static class Key implements Serializable {
        UUID modelId;
        int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && number == key.number && Objects.equals(modelId, key.modelId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(modelId, number);
        }
    }
}

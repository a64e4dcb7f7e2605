package io.tradewind.registry.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelStatus;
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

/** A model as queries read it; commands go through {@link Models}. */
@Entity
@Immutable
@Table(name = "model")
class ModelEntity {
    @Id
    UUID id;

    String owner;
    String name;
    String architecture;
    String task;
    String[] symbols;

    @Nullable
    String timeframe;

    String description;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> config;

    String[] tags;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ModelStatus status;

    long revision;

    @Column(name = "last_version")
    int lastVersion;

    @Column(name = "latest_ready_version")
    @Nullable
    Integer latestReadyVersion;

    @Column(name = "running_jobs")
    UUID[] runningJobs;

    @Column(name = "deployment_status")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    DeploymentStatus deploymentStatus;

    @Column(name = "deployment_revision")
    long deploymentRevision;

    @Column(name = "target_version")
    @Nullable
    Integer targetVersion;

    @Column(name = "target_digest")
    @Nullable
    String targetDigest;

    @Column(name = "active_version")
    @Nullable
    Integer activeVersion;

    @Column(name = "active_digest")
    @Nullable
    String activeDigest;

    @Column(name = "deployment_reason")
    @Nullable
    String deploymentReason;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    Model toModel() {
        return new Model(
                id,
                new ModelProfile(
                        name,
                        owner,
                        architecture,
                        task,
                        List.of(symbols),
                        timeframe,
                        description,
                        config,
                        List.of(tags)),
                status,
                revision,
                lastVersion,
                latestReadyVersion,
                Set.of(runningJobs),
                deployment(),
                createdAt,
                updatedAt);
    }

    private DeploymentState deployment() {
        return new DeploymentState(
                deploymentStatus,
                deploymentRevision,
                targetVersion,
                targetDigest,
                activeVersion,
                activeDigest,
                deploymentReason);
    }
}

package io.tradewind.experiment.definition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of the table {@code experiment}. */
@Entity
@Table(name = "experiment")
class ExperimentEntity {

    @Id
    UUID id;

    String name;

    @Nullable
    String hypothesis;

    String owner;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ExperimentStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    RandomisationUnit unit;

    String seed;
    String[] symbols;

    @Nullable
    String timeframe;

    int phase;
    double coverage;
    String variants;

    @Column(name = "primary_metric")
    String primaryMetric;

    @Column(name = "minimum_sample_size")
    int minimumSampleSize;

    double significance;

    @Column(name = "cost_bps")
    double costBps;

    long revision;

    @Nullable
    String conclusion;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "stopped_at")
    @Nullable
    Instant stoppedAt;

    static ExperimentEntity of(Experiment experiment) {
        ExperimentEntity entity = new ExperimentEntity();
        Design design = experiment.design();
        entity.id = experiment.id();
        entity.name = design.name();
        entity.hypothesis = design.hypothesis();
        entity.owner = experiment.owner();
        entity.unit = design.unit();
        entity.seed = experiment.toEvent().seed();
        entity.symbols = design.symbols().toArray(String[]::new);
        entity.timeframe = design.timeframe();
        entity.phase = experiment.phase();
        entity.coverage = design.coverage();
        entity.variants = VariantsJson.write(design.variants());
        entity.primaryMetric = design.primaryMetric().wireName();
        entity.minimumSampleSize = design.minimumSampleSize();
        entity.significance = design.significance();
        entity.costBps = design.costBps();
        entity.createdAt = experiment.createdAt();
        entity.adopt(experiment);
        return entity;
    }

    /** Takes over what changes in an experiment's life. */
    void adopt(Experiment experiment) {
        status = experiment.status();
        revision = experiment.revision();
        conclusion = experiment.conclusion();
        updatedAt = experiment.updatedAt();
        startedAt = experiment.startedAt();
        stoppedAt = experiment.stoppedAt();
    }

    Experiment toExperiment() {
        Design design = new Design(
                name,
                hypothesis,
                unit,
                seed,
                List.of(symbols),
                timeframe,
                VariantsJson.read(variants),
                PrimaryMetric.parse(primaryMetric),
                minimumSampleSize,
                significance,
                coverage,
                costBps);
        return new Experiment(
                id, owner, design, status, phase, revision, conclusion, createdAt, updatedAt, startedAt, stoppedAt);
    }
}

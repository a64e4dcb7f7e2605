package io.tradewind.experiment.definition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import org.jspecify.annotations.Nullable;

/** An experiment on the wire. */
public record ExperimentView(
        UUID id,
        String name,
        @Nullable String hypothesis,
        String owner,
        ExperimentStatus status,
        RandomisationUnit unit,
        List<String> symbols,
        @Nullable String timeframe,
        int phase,
        double coverage,
        List<Variant> variants,
        PrimaryMetric primaryMetric,
        int minimumSampleSize,
        double significance,
        double costBps,
        long revision,
        @JsonRawValue @Nullable String conclusion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt) {

    /** The view of an experiment. */
    public static ExperimentView of(Experiment experiment) {
        Design design = experiment.design();
        return new ExperimentView(
                experiment.id(),
                design.name(),
                design.hypothesis(),
                experiment.owner(),
                experiment.status(),
                design.unit(),
                design.symbols(),
                design.timeframe(),
                experiment.phase(),
                design.coverage(),
                design.variants(),
                design.primaryMetric(),
                design.minimumSampleSize(),
                design.significance(),
                design.costBps(),
                experiment.revision(),
                experiment.conclusion(),
                experiment.createdAt(),
                experiment.updatedAt(),
                experiment.startedAt(),
                experiment.stoppedAt());
    }
}

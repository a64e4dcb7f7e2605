package io.tradewind.experiment.definition;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with its state.
 *
 * @param phase counts changes of the weights, from 1
 * @param revision grows by one with every change
 * @param conclusion what was concluded when it stopped, as JSON
 */
public record Experiment(
        UUID id,
        String owner,
        Design design,
        ExperimentStatus status,
        int phase,
        long revision,
        @Nullable String conclusion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppedAt) {

    static Experiment draft(UUID id, String owner, Design design, Instant now) {
        return new Experiment(id, owner, design, ExperimentStatus.DRAFT, 1, 1, null, now, now, null, null);
    }

    Experiment moved(ExperimentStatus to, Instant now) {
        Instant started = startedAt == null && to == ExperimentStatus.RUNNING ? now : startedAt;
        Instant stopped = to == ExperimentStatus.STOPPED ? now : stoppedAt;
        return new Experiment(id, owner, design, to, phase, revision + 1, conclusion, createdAt, now, started, stopped);
    }

    Experiment concluded(String json) {
        return new Experiment(
                id, owner, design, status, phase, revision, json, createdAt, updatedAt, startedAt, stoppedAt);
    }

    /** The state as every inference replica gets it; also what units are assigned by. */
    public ExperimentChanged toEvent() {
        return new ExperimentChanged(
                id,
                design.name(),
                owner,
                status,
                design.unit(),
                Objects.requireNonNullElse(design.seed(), id.toString()),
                design.symbols(),
                design.timeframe(),
                phase,
                design.coverage(),
                design.variants(),
                revision,
                updatedAt);
    }
}

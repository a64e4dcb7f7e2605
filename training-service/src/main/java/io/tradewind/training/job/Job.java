package io.tradewind.training.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.training.TrainingJobChanged;
import org.jspecify.annotations.Nullable;

/**
 * A training job as it is stored.
 *
 * @param phase what a running job is at
 * @param reservedVersion model version the registry made for it, complete or not
 * @param metrics what the evaluation of its bundle says
 */
public record Job(
        UUID id,
        UUID modelId,
        String owner,
        String requestedBy,
        JobSpec spec,
        JobState state,
        @Nullable JobPhase phase,
        @Nullable JobProgress progress,
        @Nullable Map<String, Object> metrics,
        @Nullable Integer reservedVersion,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** A job that was just asked for. */
    static Job fresh(UUID id, UUID modelId, String owner, String requestedBy, JobSpec spec, Instant now) {
        return new Job(
                id,
                modelId,
                owner,
                requestedBy,
                spec,
                JobState.Queued.fresh(),
                null,
                null,
                null,
                null,
                now,
                null,
                null);
    }

    TrainingJobChanged changed(JobState state, Instant now) {
        JobState.@Nullable Succeeded succeeded = state instanceof JobState.Succeeded done ? done : null;
        return new TrainingJobChanged(
                id,
                modelId,
                owner,
                state.status(),
                state.attempt(),
                succeeded == null ? null : succeeded.modelVersion(),
                succeeded == null ? null : succeeded.bundleDigest(),
                state.reason(),
                now);
    }
}

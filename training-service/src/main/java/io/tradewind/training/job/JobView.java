package io.tradewind.training.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.training.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * A training job as clients see it.
 *
 * @param phase what a running job is at: preparing, training or registering
 * @param cancelRequested a cancel was asked for and is under way
 * @param metrics what the evaluation says, once the job has SUCCEEDED
 */
public record JobView(
        UUID id,
        UUID modelId,
        String owner,
        JobStatus status,
        @Nullable String phase,
        int attempt,
        String architecture,
        String symbol,
        String timeframe,
        JobSpec spec,
        @Nullable JobProgress progress,
        boolean cancelRequested,
        @Nullable Map<String, Object> metrics,
        @Nullable Integer modelVersion,
        @Nullable String bundleDigest,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static JobView of(Job job) {
        JobState state = job.state();
        JobState.@Nullable Succeeded succeeded = state instanceof JobState.Succeeded done ? done : null;
        return new JobView(
                job.id(),
                job.modelId(),
                job.owner(),
                state.status(),
                job.phase() == null ? null : job.phase().name().toLowerCase(Locale.ROOT),
                state.attempt(),
                job.spec().architecture(),
                job.spec().symbol(),
                job.spec().timeframe(),
                job.spec(),
                job.progress(),
                state instanceof JobState.Running running && running.cancelRequestedBy() != null,
                job.metrics(),
                succeeded == null ? null : succeeded.modelVersion(),
                succeeded == null ? null : succeeded.bundleDigest(),
                state.reason(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}

package io.tradewind.training.compatibility;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.tradewind.training.job.JobProgress;
import io.tradewind.training.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * How far a model's training is, as the earlier platform showed it.
 *
 * @param status not_started, queued, training, completed, failed or cancelled
 * @param progress per cent of the epochs
 */
record TrainingStatusView(
        UUID modelId,
        @Nullable UUID jobId,
        String status,
        double progress,
        @Nullable Integer currentEpoch,
        @Nullable Integer totalEpochs,
        @Nullable Double loss,
        @Nullable Double valLoss,
        @Nullable Long etaMillis,
        @Nullable Map<String, Object> metrics,
        @Nullable Integer version,
        @Nullable String error,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt) {

    static TrainingStatusView notStarted(UUID modelId) {
        return new TrainingStatusView(
                modelId, null, "not_started", 0, null, null, null, null, null, null, null, null, null, null);
    }

    static TrainingStatusView of(JobView job) {
        @Nullable JobProgress progress = job.progress();
        boolean known = progress != null;
        return new TrainingStatusView(
                job.modelId(),
                job.id(),
                status(job),
                percent(job),
                known ? progress.epoch() : null,
                known ? progress.epochs() : null,
                known ? progress.trainingLoss() : null,
                known ? progress.validationLoss() : null,
                known ? progress.etaMillis() : null,
                job.metrics(),
                job.modelVersion(),
                job.reason(),
                job.startedAt(),
                job.finishedAt());
    }

    static String status(JobView job) {
        return switch (job.status()) {
            case QUEUED -> "queued";
            case RUNNING -> "training";
            case SUCCEEDED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static double percent(JobView job) {
        return switch (job.status()) {
            case SUCCEEDED -> 100;
            case QUEUED, RUNNING, FAILED, CANCELLED ->
                job.progress() == null
                        ? 0
                        : 100.0
                                * job.progress().epoch()
                                / Math.max(1, job.progress().epochs());
        };
    }
}

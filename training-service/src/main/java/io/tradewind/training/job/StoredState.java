package io.tradewind.training.job;

import java.util.Objects;

import io.tradewind.contracts.training.JobStatus;
import org.jspecify.annotations.Nullable;

/** From the columns of a row to the state they spell; the table's checks see to it that nothing needed is missing. */
final class StoredState {

    private StoredState() {}

    static JobState of(
            JobStatus status,
            int attempt,
            int failures,
            @Nullable String reason,
            @Nullable String cancelRequestedBy,
            @Nullable Integer modelVersion,
            @Nullable String bundleDigest) {
        return switch (status) {
            case QUEUED -> new JobState.Queued(attempt, failures, reason);
            case RUNNING -> new JobState.Running(attempt, failures, cancelRequestedBy);
            case SUCCEEDED ->
                new JobState.Succeeded(
                        attempt,
                        failures,
                        Objects.requireNonNull(modelVersion, "a succeeded job has a model version"),
                        Objects.requireNonNull(bundleDigest, "a succeeded job has a bundle digest"));
            case FAILED ->
                new JobState.Failed(attempt, failures, Objects.requireNonNull(reason, "a failed job has a reason"));
            case CANCELLED ->
                new JobState.Cancelled(
                        attempt, failures, Objects.requireNonNull(reason, "a cancelled job has a reason"));
        };
    }
}

package io.tradewind.contracts.training;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A training job changed its status.
 *
 * @param attempt counts starts of the worker, from 1; 0 while queued for the first time
 * @param modelVersion version the job's bundle became, once it is registered
 * @param reason why it FAILED, was CANCELLED or is tried again
 */
public record TrainingJobChanged(
        UUID jobId,
        UUID modelId,
        String owner,
        JobStatus status,
        int attempt,
        @Nullable Integer modelVersion,
        @Nullable String bundleDigest,
        @Nullable String reason,
        Instant occurredAt)
        implements Event {

    @Override
    public String eventKey() {
        return jobId.toString();
    }
}

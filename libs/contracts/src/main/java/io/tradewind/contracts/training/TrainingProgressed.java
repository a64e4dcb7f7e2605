package io.tradewind.contracts.training;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * One epoch (networks) or boosting round (trees) is done.
 *
 * @param epoch from 1
 * @param samplesPerSecond training samples, windows for networks and rows for trees
 * @param etaMillis estimated milliseconds to the last epoch, early stopping not counted on
 */
public record TrainingProgressed(
        UUID jobId,
        UUID modelId,
        int attempt,
        int epoch,
        int epochs,
        double trainingLoss,
        @Nullable Double validationLoss,
        double samplesPerSecond,
        long etaMillis,
        Instant occurredAt)
        implements Event {

    @Override
    public String eventKey() {
        return jobId.toString();
    }
}

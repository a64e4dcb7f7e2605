package io.tradewind.contracts.model;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;

/**
 * A replica of inference now serves this version.
 *
 * @param replicaId the process that loaded it; a new one after every start
 * @param deploymentRevision the {@link DeploymentState#revision()} it followed
 * @param loadMillis download, verification and warm-up together, in milliseconds
 */
public record ModelLoaded(
        String replicaId,
        UUID modelId,
        int version,
        String bundleDigest,
        long deploymentRevision,
        long loadMillis,
        Instant occurredAt)
        implements Event {

    @Override
    public String eventKey() {
        return modelId.toString();
    }
}

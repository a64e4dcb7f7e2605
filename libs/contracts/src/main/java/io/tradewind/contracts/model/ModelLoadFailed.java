package io.tradewind.contracts.model;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;

/** A replica of inference could not serve this version; what it served before it goes on serving. */
public record ModelLoadFailed(
        String replicaId, UUID modelId, int version, long deploymentRevision, String reason, Instant occurredAt)
        implements Event {

    @Override
    public String eventKey() {
        return modelId.toString();
    }
}

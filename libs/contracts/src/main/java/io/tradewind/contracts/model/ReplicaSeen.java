package io.tradewind.contracts.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.event.Event;

/**
 * Heartbeat of an inference replica with everything it serves; one that stays silent for three heartbeats is gone.
 *
 * @param heartbeatMillis how long until the next one, in milliseconds
 * @param stopping true in the last one of a replica that shuts down in order
 */
public record ReplicaSeen(
        String replicaId, List<Served> serving, long heartbeatMillis, boolean stopping, Instant occurredAt)
        implements Event {

    /** One version a replica serves. */
    public record Served(UUID modelId, int version, long deploymentRevision) {}

    public ReplicaSeen {
        serving = List.copyOf(serving);
    }

    @Override
    public String eventKey() {
        return replicaId;
    }
}

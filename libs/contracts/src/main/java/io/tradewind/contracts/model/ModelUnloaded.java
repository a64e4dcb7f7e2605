package io.tradewind.contracts.model;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;

/** A replica of inference drained this version and freed its memory. */
public record ModelUnloaded(String replicaId, UUID modelId, int version, Instant occurredAt) implements Event {

    @Override
    public String eventKey() {
        return modelId.toString();
    }
}

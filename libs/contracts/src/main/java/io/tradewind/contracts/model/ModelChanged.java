package io.tradewind.contracts.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a model after a change, so that the last record per key is enough (the topic is compacted).
 *
 * @param change what happened, as in the activity log: {@code CREATED}, {@code UPDATED}, {@code VERSION_READY},
 *     {@code DEPLOYMENT_REQUESTED}, {@code DEPLOYMENT_ACTIVE}, {@code DEPLOYMENT_FAILED}, {@code ARCHIVED}, ...
 * @param owner user id of its creator
 * @param timeframe such as {@code 1h}; null when the model is not bound to one
 * @param revision grows by one with every change of this model; an older one than already seen is to be ignored
 * @param latestReadyVersion highest version that is READY
 */
public record ModelChanged(
        UUID modelId,
        String change,
        String name,
        String owner,
        String architecture,
        String task,
        List<String> symbols,
        @Nullable String timeframe,
        ModelStatus status,
        long revision,
        @Nullable Integer latestReadyVersion,
        DeploymentState deployment,
        Instant occurredAt)
        implements Event {

    public ModelChanged {
        symbols = List.copyOf(symbols);
    }

    @Override
    public String eventKey() {
        return modelId.toString();
    }
}

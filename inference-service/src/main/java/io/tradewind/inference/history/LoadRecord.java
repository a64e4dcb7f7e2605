package io.tradewind.inference.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import org.jspecify.annotations.Nullable;

/**
 * Something a replica did with a version.
 *
 * @param id grows with every record
 * @param loadMillis download, verification and warm-up together; null unless loaded
 * @param reason why it failed; null unless it did
 */
record LoadRecord(
        long id,
        String replicaId,
        UUID modelId,
        int version,
        @Nullable Long deploymentRevision,
        Outcome outcome,
        @Nullable Long loadMillis,
        @Nullable String reason,
        Instant occurredAt) {

    /** What came of it. */
    enum Outcome {
        LOADED,
        FAILED,
        UNLOADED
    }

    /** The record of a report, with an id still to come; empty for reports of another kind. */
    static Optional<LoadRecord> of(Event event) {
        return switch (event) {
            case ModelLoaded loaded ->
                Optional.of(new LoadRecord(
                        0,
                        loaded.replicaId(),
                        loaded.modelId(),
                        loaded.version(),
                        loaded.deploymentRevision(),
                        Outcome.LOADED,
                        loaded.loadMillis(),
                        null,
                        loaded.occurredAt()));
            case ModelLoadFailed failed ->
                Optional.of(new LoadRecord(
                        0,
                        failed.replicaId(),
                        failed.modelId(),
                        failed.version(),
                        failed.deploymentRevision(),
                        Outcome.FAILED,
                        null,
                        failed.reason(),
                        failed.occurredAt()));
            case ModelUnloaded unloaded ->
                Optional.of(new LoadRecord(
                        0,
                        unloaded.replicaId(),
                        unloaded.modelId(),
                        unloaded.version(),
                        null,
                        Outcome.UNLOADED,
                        null,
                        null,
                        unloaded.occurredAt()));
            default -> Optional.empty();
        };
    }
}

package io.tradewind.monitoring.model;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.inbox.Redelivery;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps the projection up to date. */
@Singleton
class ModelConsumer {

    private final Inbox inbox;
    private final KnownModels models;

    ModelConsumer(Inbox inbox, KnownModels models) {
        this.inbox = inbox;
        this.models = models;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume("monitoring-models", Set.of(Topic.MODELS), this::handle, Redelivery.LEFT_TO_HANDLER);
    }

    Uni<Void> handle(SqlConnection tx, List<Received> events) {
        List<ModelChanged> changes = events.stream()
                .map(Received::event)
                .filter(ModelChanged.class::isInstance)
                .map(ModelChanged.class::cast)
                .toList();
        return changes.isEmpty() ? Uni.createFrom().voidItem() : models.store(tx, changes);
    }
}

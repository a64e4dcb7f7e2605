package io.tradewind.registry.alert;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.registry.activity.Activities;
import io.tradewind.registry.model.Models;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes alerts into the activity logs of their models, each change of an alert once. */
@ApplicationScoped
class AlertConsumer {
    private static final String GROUP = "registry-alerts";

    private final Inbox inbox;
    private final Models models;
    private final Activities activities;

    AlertConsumer(Inbox inbox, Models models, Activities activities) {
        this.inbox = inbox;
        this.models = models;
        this.activities = activities;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume(GROUP, Set.of(Topic.ALERTS), this::handle);
    }

    private Uni<Void> handle(SqlConnection tx, List<Received> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Received received : events) {
            if (received.event() instanceof AlertChanged alert) {
                done = done.chain(() -> write(tx, alert));
            }
        }
        return done;
    }

    /** A model that is gone has no log that anybody reads. */
    private Uni<Void> write(SqlConnection tx, AlertChanged alert) {
        return models.findLocked(tx, alert.modelId())
                .chain(found -> found.map(model -> activities.append(tx, AlertRules.entry(alert, model.revision())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}

package io.tradewind.registry.model;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.kit.outbox.Outbox;
import io.tradewind.registry.activity.Activities;
import io.tradewind.registry.activity.ActivityEntry;
import io.tradewind.registry.activity.Difference;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** The one way to change a model: row, activity log and event in the same transaction. */
@ApplicationScoped
public class ModelChanges {
    private final Models models;
    private final Activities activities;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    ModelChanges(Models models, Activities activities, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.models = models;
        this.activities = activities;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    Uni<Optional<Model>> find(SqlConnection tx, UUID id) {
        return models.findLocked(tx, id);
    }

    /** Stores a model that was not there before. */
    Uni<Model> create(SqlConnection tx, Model model, Change change) {
        return models.insert(tx, model).chain(() -> publish(tx, Map.of(), model, change));
    }

    /**
     * Stores what became of a locked model.
     *
     * @return the model with the revision it has now
     */
    public Uni<Model> commit(SqlConnection tx, Model before, Model after, Change change) {
        Model stored = after.changedAt(now());
        return models.update(tx, stored).chain(() -> publish(tx, ModelSnapshot.of(before), stored, change));
    }

    /** Now, as exactly as PostgreSQL keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Uni<Model> publish(SqlConnection tx, Map<String, Object> before, Model model, Change change) {
        return activities
                .append(tx, entry(before, model, change))
                .chain(() -> outbox.append(tx, event(model, change)))
                .invoke(() -> meters.counter(
                                "tradewind.registry.changes",
                                "kind",
                                change.kind().name())
                        .increment())
                .replaceWith(model);
    }

    private static ActivityEntry entry(Map<String, Object> before, Model model, Change change) {
        return new ActivityEntry(
                model.id(),
                model.revision(),
                change.kind().name(),
                change.actor(),
                change.version(),
                change.reason(),
                Difference.between(before, ModelSnapshot.of(model)),
                model.updatedAt());
    }

    private static ModelChanged event(Model model, Change change) {
        ModelProfile profile = model.profile();
        return new ModelChanged(
                model.id(),
                change.kind().name(),
                profile.name(),
                profile.owner(),
                profile.architecture(),
                profile.task(),
                profile.symbols(),
                profile.timeframe(),
                model.status(),
                model.revision(),
                model.latestReadyVersion(),
                model.deployment(),
                model.updatedAt());
    }
}

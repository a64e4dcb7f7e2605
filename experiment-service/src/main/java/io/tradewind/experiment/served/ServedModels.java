package io.tradewind.experiment.served;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.broadcast.Broadcast;
import io.tradewind.kit.broadcast.BroadcastReader;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.runtime.CallerContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Every model of the fleet as its newest event says, in memory. */
@ApplicationScoped
public class ServedModels {

    /** A model that was created or deployed a moment ago may still be on its way here. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Broadcast broadcast;
    private final Map<UUID, ModelChanged> newest = new ConcurrentHashMap<>();
    private volatile @Nullable BroadcastReader reader;

    ServedModels(Broadcast broadcast) {
        this.broadcast = broadcast;
    }

    void start(@Observes StartupEvent event) {
        reader = broadcast.read(Set.of(Topic.MODELS), this::apply);
    }

    void stop(@Observes ShutdownEvent event) {
        BroadcastReader running = reader;
        if (running != null) {
            running.close();
        }
    }

    /** The model as it is known, after a moment of waiting where it is not what is wanted yet. */
    public Uni<Optional<ServedModel>> await(UUID id, Predicate<ServedModel> wanted) {
        return CallerContext.returning(attempt(id, wanted, PATIENCE.dividedBy(PAUSE)));
    }

    private Uni<Optional<ServedModel>> attempt(UUID id, Predicate<ServedModel> wanted, long attemptsLeft) {
        Optional<ServedModel> found = find(id);
        if (attemptsLeft == 0 || found.filter(wanted).isPresent()) {
            return Uni.createFrom().item(found);
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .chain(() -> attempt(id, wanted, attemptsLeft - 1));
    }

    private Optional<ServedModel> find(UUID id) {
        return Optional.ofNullable(newest.get(id))
                .filter(model -> model.status() != ModelStatus.DELETED)
                .map(model -> new ServedModel(model.owner(), model.deployment().activeVersion()));
    }

    private void apply(List<Received> events) {
        for (Received received : events) {
            if (received.event() instanceof ModelChanged model) {
                newest.merge(model.modelId(), model, (old, fresh) -> fresh.revision() > old.revision() ? fresh : old);
            }
        }
    }
}

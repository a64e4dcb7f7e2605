package io.tradewind.inference.experiment;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.kit.broadcast.Broadcast;
import io.tradewind.kit.broadcast.BroadcastReader;
import io.tradewind.kit.inbox.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Follows the topic of experiments from its start. */
@ApplicationScoped
public class ExperimentFeed {

    private final KnownExperiments experiments;
    private final Broadcast broadcast;
    private volatile BroadcastReader reader;

    ExperimentFeed(KnownExperiments experiments, Broadcast broadcast) {
        this.experiments = experiments;
        this.broadcast = broadcast;
    }

    void start(@Observes StartupEvent event) {
        reader = broadcast.read(Set.of(Topic.EXPERIMENTS), this::received);
    }

    void stop(@Observes ShutdownEvent event) {
        reader.close();
    }

    private void received(List<Received> events) {
        events.stream()
                .map(Received::event)
                .filter(ExperimentChanged.class::isInstance)
                .map(ExperimentChanged.class::cast)
                .forEach(experiments::offer);
    }

    /** Whether every experiment that was on the topic at the start is known. */
    public boolean caughtUp() {
        BroadcastReader present = reader;
        return present != null && present.caughtUp();
    }
}

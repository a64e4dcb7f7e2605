package io.tradewind.registry.deployment;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.registry.replica.Replicas;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Follows what inference replicas report. */
@ApplicationScoped
class InferenceConsumer {
    private static final String GROUP = "registry-inference";

    private final Inbox inbox;
    private final Replicas replicas;
    private final Deployments deployments;
    private final DeploymentProgress progress;

    InferenceConsumer(Inbox inbox, Replicas replicas, Deployments deployments, DeploymentProgress progress) {
        this.inbox = inbox;
        this.replicas = replicas;
        this.deployments = deployments;
        this.progress = progress;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume(GROUP, Set.of(Topic.INFERENCE), this::handle);
    }

    private Uni<Void> handle(SqlConnection tx, List<Received> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Received received : events) {
            done = done.chain(() -> handle(tx, received.event()));
        }
        return done;
    }

    private Uni<Void> handle(SqlConnection tx, Event event) {
        return switch (event) {
            case ReplicaSeen beat -> replicas.seen(tx, beat).chain(() -> settleAll(tx));
            case ModelLoaded loaded -> replicas.loaded(tx, loaded).chain(() -> progress.settle(tx, loaded.modelId()));
            case ModelUnloaded unloaded -> replicas.unloaded(tx, unloaded);
            case ModelLoadFailed failure -> progress.loadFailed(tx, failure);
            default -> Uni.createFrom().voidItem();
        };
    }

    /** A replica that is gone by now, or that came, may have been what a deployment waited for. */
    private Uni<Void> settleAll(SqlConnection tx) {
        return deployments.unsettled(tx).chain(waiting -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (var modelId : waiting) {
                done = done.chain(() -> progress.settle(tx, modelId));
            }
            return done;
        });
    }
}

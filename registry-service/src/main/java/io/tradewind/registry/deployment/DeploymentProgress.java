package io.tradewind.registry.deployment;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.LifecycleStep;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.model.ModelLifecycle;
import io.tradewind.registry.model.Models;
import io.tradewind.registry.replica.Replicas;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves deployments on when replicas report, within the transaction that notes the report. */
@ApplicationScoped
class DeploymentProgress {
    private static final String REPLICAS = "inference";

    private final Models models;
    private final ModelChanges changes;
    private final Deployments deployments;
    private final Replicas replicas;

    DeploymentProgress(Models models, ModelChanges changes, Deployments deployments, Replicas replicas) {
        this.models = models;
        this.changes = changes;
        this.deployments = deployments;
        this.replicas = replicas;
    }

    /** Looks whether every live replica serves the target by now; a model that is gone is left alone. */
    Uni<Void> settle(SqlConnection tx, UUID modelId) {
        return models.findLocked(tx, modelId).chain(found -> found.map(model -> settle(tx, model))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .replaceWithVoid());
    }

    /** Looks whether every live replica serves the target of a locked model by now. */
    Uni<Model> settle(SqlConnection tx, Model model) {
        return replicas.live(tx, model.id())
                .map(live -> DeploymentRules.settle(model.deployment(), live))
                .chain(next -> move(tx, model, next, REPLICAS));
    }

    /** Notes that a replica could not load a version. */
    Uni<Void> loadFailed(SqlConnection tx, ModelLoadFailed failure) {
        return models.findLocked(tx, failure.modelId()).chain(found -> found.map(model ->
                        move(tx, model, DeploymentRules.loadFailed(model.deployment(), failure), failure.replicaId()))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .replaceWithVoid());
    }

    private Uni<Model> move(SqlConnection tx, Model model, DeploymentState next, String actor) {
        return switch (ModelLifecycle.apply(model, new LifecycleStep.DeploymentMoved(next))) {
            case ModelLifecycle.Outcome.Moved moved ->
                changes.commit(tx, model, moved.model(), change(next, actor))
                        .call(after -> append(tx, model, after, actor));
            case ModelLifecycle.Outcome.Unchanged unchanged -> Uni.createFrom().item(model);
            // An archived model has nothing deployed; whatever a replica still reports of it is history.
            case ModelLifecycle.Outcome.Refused refused -> Uni.createFrom().item(model);
        };
    }

    private Uni<Void> append(SqlConnection tx, Model before, Model after, String actor) {
        DeploymentState state = after.deployment();
        return deployments
                .cause(tx, after.id(), state.revision())
                .map(cause -> new HistoryEntry(
                        after.id(),
                        state.revision(),
                        state.status() == DeploymentStatus.ACTIVE ? HistoryEntry.Step.ACTIVE : HistoryEntry.Step.FAILED,
                        cause,
                        state.targetVersion(),
                        before.deployment().activeVersion(),
                        actor,
                        state.reason(),
                        false,
                        List.of(),
                        after.updatedAt()))
                .chain(entry -> deployments.append(tx, entry));
    }

    private static Change change(DeploymentState next, String actor) {
        ChangeKind kind =
                next.status() == DeploymentStatus.ACTIVE ? ChangeKind.DEPLOYMENT_ACTIVE : ChangeKind.DEPLOYMENT_FAILED;
        return new Change(kind, actor, next.targetVersion(), next.reason());
    }
}

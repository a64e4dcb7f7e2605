package io.tradewind.registry.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.LifecycleStep;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelChanges;
import io.tradewind.registry.model.ModelLifecycle;
import io.tradewind.registry.model.WithdrawalLog;
import io.tradewind.registry.version.ModelVersion;
import io.tradewind.registry.version.VersionService;
import io.tradewind.registry.version.Versions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What owners ask of a deployment: one transaction each, serialised by the lock on the model. */
@ApplicationScoped
public class DeploymentService implements WithdrawalLog {
    private final Pool pool;
    private final ModelAccess access;
    private final ModelChanges changes;
    private final VersionService versions;
    private final Versions rows;
    private final Deployments deployments;
    private final DeploymentProgress progress;
    private final Caller caller;

    DeploymentService(
            Pool pool,
            ModelAccess access,
            ModelChanges changes,
            VersionService versions,
            Versions rows,
            Deployments deployments,
            DeploymentProgress progress,
            Caller caller) {
        this.pool = pool;
        this.access = access;
        this.changes = changes;
        this.versions = versions;
        this.rows = rows;
        this.deployments = deployments;
        this.progress = progress;
        this.caller = caller;
    }

    /** Sets the target if it still is what the client expects. */
    public Uni<Model> deploy(UUID modelId, DeployRequest request) {
        // A version's verdict is final, so it may be read before the lock.
        return versions.get(modelId, request.version())
                .chain(candidate -> pool.withTransaction(
                        tx -> access.lock(tx, modelId).chain(model -> deploy(tx, model, candidate, request))));
    }

    /** Sets the target back to what was active before it. */
    public Uni<Model> rollback(UUID modelId, RollbackRequest request) {
        return pool.withTransaction(tx -> access.lock(tx, modelId).chain(model -> rollback(tx, model, request)));
    }

    /** Sets no target: nothing is to be served any more. */
    public Uni<Model> undeploy(UUID modelId, @Nullable Integer expected) {
        return pool.withTransaction(tx -> access.lock(tx, modelId).chain(model -> {
            requireTarget(model, expected);
            return model.deployment().targetVersion() == null ? Uni.createFrom().item(model) : withdraw(tx, model);
        }));
    }

    @Override
    public Uni<Void> archived(SqlConnection tx, Model before, Model after, String actor) {
        return deployments.append(
                tx, entry(before, after, HistoryEntry.Step.WITHDRAWN, HistoryEntry.Cause.ARCHIVE, actor));
    }

    private Uni<Model> deploy(SqlConnection tx, Model model, ModelVersion candidate, DeployRequest request) {
        return switch (DeploymentRules.deploy(model.deployment(), candidate, request)) {
            case DeploymentRules.Decision.Accepted accepted ->
                target(tx, model, accepted.next(), HistoryEntry.Cause.DEPLOY, request, accepted.overridden());
            case DeploymentRules.Decision.Unchanged unchanged ->
                Uni.createFrom().item(model);
            case DeploymentRules.Decision.Stale stale -> throw stale(model, stale.expected());
            case DeploymentRules.Decision.NotReady notReady ->
                throw new ServiceException(
                        ErrorCode.CONFLICT,
                        "version " + candidate.number() + " is " + notReady.status()
                                + "; only READY versions are deployed");
            case DeploymentRules.Decision.GatesFailed failed -> throw gatesFailed(candidate, failed.checks());
            case DeploymentRules.Decision.ReasonMissing missing ->
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED, "overrideGates needs a reason; it is kept in the history");
        };
    }

    private Uni<Model> rollback(SqlConnection tx, Model model, RollbackRequest request) {
        Integer target = model.deployment().targetVersion();
        requireTarget(model, request.expectedVersion());
        return deployments
                .activations(tx, model.id())
                .map(history -> DeploymentRules.rollbackTarget(history, target)
                        .orElseThrow(() -> new ServiceException(
                                ErrorCode.CONFLICT,
                                "no other version was active before; there is nothing to go back to")))
                .chain(version -> rollback(tx, model, version, request));
    }

    private Uni<Model> rollback(SqlConnection tx, Model model, int version, RollbackRequest request) {
        DeployRequest again = new DeployRequest(version, request.expectedVersion(), false, request.reason());
        // Read on this connection: a second one could be waited for by whoever holds this one's lock.
        return rows.find(tx, model.id(), version)
                .map(found -> found.orElseThrow(() -> VersionService.missing(model.id(), version)))
                .map(standing -> DeploymentRules.targeting(model.deployment(), version, standing.digest()))
                .chain(next -> target(tx, model, next, HistoryEntry.Cause.ROLLBACK, again, List.of()));
    }

    private Uni<Model> target(
            SqlConnection tx,
            Model model,
            DeploymentState next,
            HistoryEntry.Cause cause,
            DeployRequest request,
            List<Map<String, Object>> overridden) {
        Change change = Change.of(ChangeKind.DEPLOYMENT_REQUESTED, caller.userId(), request.version())
                .because(request.reason());
        return changes.commit(tx, model, moved(model, next), change)
                .call(after -> deployments.append(
                        tx,
                        new HistoryEntry(
                                after.id(),
                                next.revision(),
                                HistoryEntry.Step.REQUESTED,
                                cause,
                                next.targetVersion(),
                                model.deployment().targetVersion(),
                                caller.userId(),
                                request.reason(),
                                request.overrides(),
                                overridden,
                                after.updatedAt())))
                .chain(after -> progress.settle(tx, after));
    }

    private Uni<Model> withdraw(SqlConnection tx, Model model) {
        DeploymentState next = ModelLifecycle.withdrawn(model.deployment(), null);
        return changes.commit(tx, model, moved(model, next), Change.of(ChangeKind.UNDEPLOYED, caller.userId()))
                .call(after -> deployments.append(
                        tx,
                        entry(
                                model,
                                after,
                                HistoryEntry.Step.WITHDRAWN,
                                HistoryEntry.Cause.UNDEPLOY,
                                caller.userId())));
    }

    private static HistoryEntry entry(
            Model before, Model after, HistoryEntry.Step step, HistoryEntry.Cause cause, String actor) {
        return new HistoryEntry(
                after.id(),
                after.deployment().revision(),
                step,
                cause,
                after.deployment().targetVersion(),
                before.deployment().targetVersion(),
                actor,
                null,
                false,
                List.of(),
                after.updatedAt());
    }

    private static Model moved(Model model, DeploymentState next) {
        return switch (ModelLifecycle.apply(model, new LifecycleStep.DeploymentMoved(next))) {
            case ModelLifecycle.Outcome.Moved moved -> moved.model();
            case ModelLifecycle.Outcome.Unchanged unchanged -> model;
            case ModelLifecycle.Outcome.Refused refused ->
                throw new ServiceException(ErrorCode.CONFLICT, refused.reason());
        };
    }

    private static void requireTarget(Model model, @Nullable Integer expected) {
        if (expected != null && !Objects.equals(expected, model.deployment().targetVersion())) {
            throw stale(model, expected);
        }
    }

    private static ServiceException stale(Model model, @Nullable Integer expected) {
        DeploymentState now = model.deployment();
        ServiceException refusal = new ServiceException(
                ErrorCode.CONFLICT,
                "the target is " + named(now.targetVersion()) + " now, the request expects " + named(expected));
        if (now.targetVersion() != null) {
            refusal.with("targetVersion", now.targetVersion());
        }
        return refusal.with("revision", now.revision())
                .with("deploymentStatus", now.status().name());
    }

    private static String named(@Nullable Integer version) {
        return version == null ? "no version" : "version " + version;
    }

    private static ServiceException gatesFailed(ModelVersion version, List<Map<String, Object>> checks) {
        String what = checks.isEmpty()
                ? "version " + version.number() + " has no evaluation that says its gates passed"
                : "version " + version.number() + " failed " + checks.size() + " of its gates";
        return new ServiceException(
                        ErrorCode.GATES_FAILED, what + "; overrideGates with a reason deploys it all the same")
                .with("failedChecks", checks);
    }
}

package io.tradewind.registry.model;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** What owners do with their models, one transaction each. */
@ApplicationScoped
public class ModelService {
    private final Pool pool;
    private final ModelAccess access;
    private final ModelChanges changes;
    private final WithdrawalLog withdrawals;
    private final ModelFiles files;
    private final Caller caller;

    ModelService(
            Pool pool,
            ModelAccess access,
            ModelChanges changes,
            WithdrawalLog withdrawals,
            ModelFiles files,
            Caller caller) {
        this.pool = pool;
        this.access = access;
        this.changes = changes;
        this.withdrawals = withdrawals;
        this.files = files;
        this.caller = caller;
    }

    /**
     * Creates a model that belongs to the caller.
     *
     * @param id what it is to be called; the same again finds the model that is there already
     */
    public Uni<Model> create(UUID id, CreateModelRequest request) {
        ModelProfile profile = ProfileRules.profile(request, caller.userId());
        Model model = Model.draft(id, profile, changes.now());
        return pool.withTransaction(tx -> changes.find(tx, id)
                .chain(found -> found.map(present -> Uni.createFrom().item(present))
                        .orElseGet(() -> changes.create(tx, model, change(ChangeKind.CREATED)))));
    }

    Uni<Model> patch(UUID id, IfMatch condition, PatchModelRequest request) {
        return pool.withTransaction(
                tx -> access.lock(tx, id).chain(model -> patch(tx, current(model, condition), request)));
    }

    /** Puts a model away; what it had deployed is withdrawn. */
    public Uni<Model> archive(UUID id) {
        return step(id, new LifecycleStep.Archive(), ChangeKind.ARCHIVED);
    }

    /** Takes a model out of the archive. */
    public Uni<Model> restore(UUID id) {
        return step(id, new LifecycleStep.Restore(), ChangeKind.RESTORED);
    }

    /** Deletes a model: its name is free again, its bundles are removed, its number of versions is never reused. */
    public Uni<Model> delete(UUID id) {
        return step(id, new LifecycleStep.Delete(), ChangeKind.DELETED).call(() -> files.remove(id));
    }

    private Uni<Model> step(UUID id, LifecycleStep step, ChangeKind kind) {
        return pool.withTransaction(tx -> access.lock(tx, id).chain(model -> step(tx, model, step, kind)));
    }

    private Uni<Model> step(SqlConnection tx, Model model, LifecycleStep step, ChangeKind kind) {
        return switch (ModelLifecycle.apply(model, step)) {
            case ModelLifecycle.Outcome.Moved moved ->
                changes.commit(tx, model, moved.model(), change(kind)).call(after -> logWithdrawal(tx, model, after));
            case ModelLifecycle.Outcome.Unchanged unchanged -> Uni.createFrom().item(model);
            case ModelLifecycle.Outcome.Refused refused ->
                throw new ServiceException(ErrorCode.CONFLICT, refused.reason());
        };
    }

    private Uni<Void> logWithdrawal(SqlConnection tx, Model before, Model after) {
        return before.deployment().equals(after.deployment())
                ? Uni.createFrom().voidItem()
                : withdrawals.archived(tx, before, after, caller.userId());
    }

    private Uni<Model> patch(SqlConnection tx, Model model, PatchModelRequest request) {
        if (model.status() == ModelStatus.ARCHIVED) {
            throw new ServiceException(ErrorCode.CONFLICT, "the model is archived; restore it before you change it");
        }
        ModelProfile patched = ProfileRules.patched(model.profile(), request);
        return patched.equals(model.profile())
                ? Uni.createFrom().item(model)
                : changes.commit(tx, model, model.withProfile(patched), change(ChangeKind.UPDATED));
    }

    private static Model current(Model model, IfMatch condition) {
        boolean current =
                switch (condition) {
                    case IfMatch.Any any -> true;
                    case IfMatch.Revision seen -> seen.number() == model.revision();
                    case IfMatch.Foreign foreign -> false;
                    case IfMatch.Absent absent ->
                        throw new ServiceException(
                                ErrorCode.PRECONDITION_REQUIRED,
                                "send If-Match with the ETag you last saw, so that nobody's change is overwritten");
                };
        if (!current) {
            throw new ServiceException(
                            ErrorCode.STALE, "the model is at revision " + model.revision() + " now; read it again")
                    .with("revision", model.revision());
        }
        return model;
    }

    private Change change(ChangeKind kind) {
        return Change.of(kind, caller.userId());
    }
}

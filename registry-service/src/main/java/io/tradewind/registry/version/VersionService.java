package io.tradewind.registry.version;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.registry.model.Change;
import io.tradewind.registry.model.ChangeKind;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelChanges;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Gives out version numbers and finds versions for whoever calls. */
@ApplicationScoped
public class VersionService {
    private final Pool pool;
    private final ModelAccess access;
    private final ModelChanges changes;
    private final Versions versions;
    private final VersionQueries queries;
    private final Caller caller;

    VersionService(
            Pool pool,
            ModelAccess access,
            ModelChanges changes,
            Versions versions,
            VersionQueries queries,
            Caller caller) {
        this.pool = pool;
        this.access = access;
        this.changes = changes;
        this.versions = versions;
        this.queries = queries;
        this.caller = caller;
    }

    /**
     * Creates the next version of a model.
     *
     * <p>The number comes from the model's row under its lock: creators queue up there, and one whose transaction fails
     * takes its number back with it.
     *
     * @param creationId names the request; the same again finds the version that is there already
     */
    Uni<ModelVersion> create(UUID modelId, UUID creationId, CreateVersionRequest request) {
        return pool.withTransaction(tx -> access.lock(tx, modelId).chain(model -> versions.findNumber(
                                tx, modelId, creationId)
                        .chain(found -> found.map(number -> Uni.createFrom().item(number))
                                .orElseGet(() -> create(tx, model, creationId, request)))))
                .chain(number -> get(modelId, number));
    }

    /** A version of the caller's model. */
    public Uni<ModelVersion> get(UUID modelId, int number) {
        return access.get(modelId)
                .chain(model -> queries.findVersion(modelId, number))
                .map(found -> found.orElseThrow(() -> missing(modelId, number)));
    }

    /** Versions of the caller's model below a number, the newest first. */
    public Uni<List<ModelVersion>> newest(UUID modelId, @Nullable VersionStatus status, int below, int limit) {
        return access.get(modelId).chain(model -> queries.newest(modelId, status, below, limit));
    }

    private Uni<Integer> create(SqlConnection tx, Model model, UUID creationId, CreateVersionRequest request) {
        if (model.status() == ModelStatus.ARCHIVED) {
            throw new ServiceException(ErrorCode.CONFLICT, "the model is archived; restore it before you add versions");
        }
        Model numbered = model.withNextVersion();
        int number = numbered.lastVersion();
        var created = new Versions.Created(model.id(), number, creationId, caller.userId(), changes.now());
        return changes.commit(tx, model, numbered, Change.of(ChangeKind.VERSION_CREATED, caller.userId(), number))
                .chain(() -> versions.insert(tx, created, request))
                .replaceWith(number);
    }

    /** What to answer where a model has no such version. */
    public static ServiceException missing(UUID modelId, int number) {
        return new ServiceException(ErrorCode.NOT_FOUND, "model " + modelId + " has no version " + number);
    }
}

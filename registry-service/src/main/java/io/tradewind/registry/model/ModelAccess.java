package io.tradewind.registry.model;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Models for whoever calls: somebody else's is not found, exactly as one that never was. */
@ApplicationScoped
public class ModelAccess {
    private final Models models;
    private final ModelQueries queries;
    private final Caller caller;

    ModelAccess(Models models, ModelQueries queries, Caller caller) {
        this.models = models;
        this.queries = queries;
        this.caller = caller;
    }

    /** The caller's model, for reading. */
    public Uni<Model> get(UUID id) {
        return queries.findModel(id).map(found -> accessible(found, id));
    }

    /** The caller's model, locked until the transaction ends. */
    public Uni<Model> lock(SqlConnection tx, UUID id) {
        return models.findLocked(tx, id).map(found -> accessible(found, id));
    }

    private Model accessible(Optional<Model> found, UUID id) {
        Model model = found.orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no model " + id));
        caller.requireAccess(model.owner(), "model " + id);
        return model;
    }
}

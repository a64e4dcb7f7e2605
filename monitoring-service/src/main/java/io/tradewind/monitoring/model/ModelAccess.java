package io.tradewind.monitoring.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import jakarta.inject.Singleton;

/** Answers for a model only to those who may see it; to anybody else it does not exist. */
@Singleton
public class ModelAccess {

    private final KnownModels models;
    private final Caller caller;

    ModelAccess(KnownModels models, Caller caller) {
        this.models = models;
        this.caller = caller;
    }

    /** The model, if the caller may see it; NOT_FOUND otherwise. */
    public Uni<KnownModel> require(UUID id) {
        return models.find(id).map(found -> found.filter(model -> caller.mayAccess(model.owner()))
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no model " + id)));
    }

    /** Those of these models that exist, whoever asks; for work that no caller started. */
    public Uni<Map<UUID, KnownModel>> find(Collection<UUID> ids) {
        return models.find(ids)
                .map(found -> found.stream().collect(Collectors.toMap(KnownModel::id, Function.identity())));
    }

    /** The models the caller may see, at most {@code limit} of them. */
    public Uni<List<KnownModel>> visible(int limit) {
        return seesAll() ? models.all(limit) : models.ownedBy(caller.userId(), limit);
    }

    /** Whether the caller may see every model. */
    public boolean seesAll() {
        return caller.admin() || caller.service();
    }

    /** User id of the caller. */
    public String userId() {
        return caller.userId();
    }

    /** Whether the caller may see what belongs to this owner. */
    public boolean mayAccess(String owner) {
        return caller.mayAccess(owner);
    }
}

package io.tradewind.inference.serving;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import jakarta.enterprise.context.ApplicationScoped;

/** The last known state of every model, whichever way the news arrived. */
@ApplicationScoped
public class KnownModels {

    private final ConcurrentHashMap<UUID, ModelChanged> byId = new ConcurrentHashMap<>();

    /** Takes a state in; false when a newer or the same one is known already. */
    public boolean offer(ModelChanged model) {
        boolean[] taken = {false};
        byId.compute(model.modelId(), (id, known) -> {
            if (known != null && known.revision() >= model.revision()) {
                return known;
            }
            taken[0] = true;
            return model.status() == ModelStatus.DELETED ? null : model;
        });
        return taken[0];
    }

    /** The model with this id, unless it is unknown or deleted. */
    public Optional<ModelChanged> find(UUID modelId) {
        return Optional.ofNullable(byId.get(modelId));
    }

    /** Every model that is not deleted. */
    public Collection<ModelChanged> all() {
        return List.copyOf(byId.values());
    }
}

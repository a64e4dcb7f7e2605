package io.tradewind.inference.serving;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The version of each model that answers now: one pointer per model, swapped in one step. */
@ApplicationScoped
public class ServedModels {

    private final ConcurrentHashMap<UUID, LoadedModel> byId = new ConcurrentHashMap<>();

    /** What would answer now, to look at but not to predict with. */
    public Optional<LoadedModel> find(UUID modelId) {
        return Optional.ofNullable(byId.get(modelId));
    }

    /** A lease on what answers now. */
    public Optional<Lease> acquire(UUID modelId) {
        while (true) {
            LoadedModel model = byId.get(modelId);
            if (model == null) {
                return Optional.empty();
            }
            if (model.retain()) {
                return Optional.of(new Lease(model));
            }
            // It was retired between the look and the hold; its successor is there already.
        }
    }

    /** Makes this version answer; the one it replaces is freed when its last lease is closed. */
    public Optional<LoadedModel> swapIn(LoadedModel model) {
        return retire(byId.put(model.identity().modelId(), model));
    }

    /** Nothing answers for this model any more. */
    public Optional<LoadedModel> remove(UUID modelId) {
        return retire(byId.remove(modelId));
    }

    private static Optional<LoadedModel> retire(@Nullable LoadedModel model) {
        if (model != null) {
            model.release();
        }
        return Optional.ofNullable(model);
    }

    /** Everything that answers now. */
    public Collection<LoadedModel> all() {
        return List.copyOf(byId.values());
    }
}

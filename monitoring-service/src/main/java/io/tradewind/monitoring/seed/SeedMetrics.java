package io.tradewind.monitoring.seed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.model.ModelAccess;
import io.tradewind.monitoring.performance.MetricsScope;
import io.tradewind.monitoring.performance.ModelMetrics;
import io.tradewind.monitoring.performance.PerformanceService;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Figures of one of the caller's models, or of all of them. */
@Singleton
class SeedMetrics {

    // A dashboard shows tens of models; whoever has more asks for one at a time.
    private static final int MODELS = 100;

    private final ModelAccess access;
    private final PerformanceService performance;

    SeedMetrics(ModelAccess access, PerformanceService performance) {
        this.access = access;
        this.performance = performance;
    }

    Uni<List<ModelMetrics>> of(@Nullable UUID modelId, String window, @Nullable Instant from) {
        Uni<List<UUID>> models = modelId == null
                ? access.visible(MODELS)
                        .map(visible ->
                                visible.stream().map(model -> model.id()).toList())
                : access.require(modelId).map(model -> List.of(model.id()));
        return models.onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(
                        id -> performance.metrics(new MetricsScope(id, null, null, window, from, null)))
                .collect()
                .asList();
    }

    Uni<List<ModelMetrics>> cohorts(UUID modelId, String window, @Nullable Instant from) {
        return access.require(modelId)
                .chain(() -> performance.byCohort(new MetricsScope(modelId, null, null, window, from, null)));
    }
}

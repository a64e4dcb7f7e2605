package io.tradewind.registry.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/**
 * A model as clients see it.
 *
 * @param latestVersion highest number given out; 0 before the first
 */
public record ModelView(
        UUID id,
        String name,
        String owner,
        String architecture,
        String task,
        List<String> symbols,
        @Nullable String timeframe,
        String description,
        Map<String, Object> config,
        List<String> tags,
        ModelStatus status,
        long revision,
        int latestVersion,
        @Nullable Integer latestReadyVersion,
        DeploymentSummary deployment,
        Instant createdAt,
        Instant updatedAt) {

    static ModelView of(Model model) {
        ModelProfile profile = model.profile();
        return new ModelView(
                model.id(),
                profile.name(),
                profile.owner(),
                profile.architecture(),
                profile.task(),
                profile.symbols(),
                profile.timeframe(),
                profile.description(),
                profile.config(),
                profile.tags(),
                model.status(),
                model.revision(),
                model.lastVersion(),
                model.latestReadyVersion(),
                DeploymentSummary.of(model.deployment()),
                model.createdAt(),
                model.updatedAt());
    }
}

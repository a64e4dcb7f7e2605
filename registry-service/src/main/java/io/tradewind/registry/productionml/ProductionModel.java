package io.tradewind.registry.productionml;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelProfile;
import io.tradewind.registry.version.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * A model as the older API shows it.
 *
 * @param type {@code classification} or {@code regression}
 * @param version number of the newest trained version; 0 before the first
 * @param trainingMetrics evaluation of that version on rows it was not trained on
 * @param artifactPath where that version's files are downloaded
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProductionModel(
        UUID id,
        String userId,
        String name,
        String type,
        String architecture,
        List<String> symbols,
        @Nullable String timeframe,
        String description,
        Map<String, Object> config,
        String status,
        String trainingStatus,
        int version,
        @Nullable Instant trainedAt,
        @Nullable Map<String, Object> trainingMetrics,
        @Nullable String artifactPath,
        Instant createdAt,
        Instant updatedAt) {

    static ProductionModel of(Model model, @Nullable ModelVersion trained) {
        ModelProfile profile = model.profile();
        return new ProductionModel(
                model.id(),
                profile.owner(),
                profile.name(),
                profile.task().equals("DIRECTION") ? "classification" : "regression",
                profile.architecture(),
                profile.symbols(),
                profile.timeframe(),
                profile.description(),
                profile.config(),
                status(model.status()),
                trainingStatus(model),
                trained == null ? 0 : trained.number(),
                trained == null ? null : trained.completedAt(),
                trained == null ? null : trained.evaluation(),
                trained == null ? null : "/api/v1/models/" + model.id() + "/versions/" + trained.number() + "/files",
                model.createdAt(),
                model.updatedAt());
    }

    /** The older API's words for where a model stands. */
    static String status(ModelStatus status) {
        return switch (status) {
            case DRAFT -> "created";
            case READY -> "trained";
            case TRAINING, ACTIVE, ARCHIVED, DELETED -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String trainingStatus(Model model) {
        if (!model.runningJobs().isEmpty()) {
            return "training";
        }
        return model.latestReadyVersion() == null ? "not_started" : "completed";
    }
}

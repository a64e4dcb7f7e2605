package io.tradewind.registry.productionml;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tradewind.registry.version.ModelVersion;
import org.jspecify.annotations.Nullable;

/**
 * How one version did on its test rows.
 *
 * @param predictionsCount test rows it was scored on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PerformanceRow(
        String id,
        UUID modelId,
        int version,
        @Nullable Number accuracy,
        @Nullable Number loss,
        @Nullable Number precisionScore,
        @Nullable Number recall,
        @Nullable Number f1Score,
        @Nullable Number predictionsCount,
        @Nullable Instant evaluationDate) {

    static PerformanceRow of(ModelVersion version) {
        Map<String, Object> evaluation = version.evaluation() == null ? Map.of() : version.evaluation();
        Number logLoss = number(evaluation, "logLoss");
        return new PerformanceRow(
                version.modelId() + "/" + version.number(),
                version.modelId(),
                version.number(),
                number(evaluation, "accuracy"),
                logLoss == null ? number(evaluation, "mse") : logLoss,
                number(evaluation, "precision"),
                number(evaluation, "recall"),
                number(evaluation, "f1"),
                number(evaluation, "rows"),
                version.completedAt());
    }

    private static @Nullable Number number(Map<String, Object> evaluation, String name) {
        return evaluation.get(name) instanceof Number number ? number : null;
    }
}

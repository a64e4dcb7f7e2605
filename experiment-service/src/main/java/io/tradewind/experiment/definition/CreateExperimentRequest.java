package io.tradewind.experiment.definition;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.experiment.RandomisationUnit;
import org.jspecify.annotations.Nullable;

/** A new experiment; what is left out has the default {@link DesignRules} gives. */
public record CreateExperimentRequest(
        @Nullable String name,
        @Nullable String hypothesis,
        @Nullable RandomisationUnit unit,
        @Nullable String seed,
        @Nullable List<String> symbols,
        @Nullable String timeframe,
        @Nullable List<VariantRequest> variants,
        @Nullable PrimaryMetric primaryMetric,
        @Nullable Integer minimumSampleSize,
        @Nullable Double significance,
        @Nullable Double coverage,
        @Nullable Double costBps) {

    /** One arm of it. */
    public record VariantRequest(
            @Nullable String name,
            @Nullable UUID modelId,
            @Nullable Integer modelVersion,
            @Nullable Double weight,
            @Nullable Boolean control) {}
}

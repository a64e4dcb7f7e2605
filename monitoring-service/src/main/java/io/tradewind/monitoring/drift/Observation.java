package io.tradewind.monitoring.drift;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.monitoring.statistics.WindowKey;
import org.jspecify.annotations.Nullable;

/**
 * What a model saw and said once.
 *
 * @param featureNames names of {@code features}; null when they are in the bundle's own order
 * @param features null when the prediction did not carry them
 */
public record Observation(
        UUID predictionId,
        WindowKey window,
        @Nullable List<String> featureNames,
        @Nullable List<Double> features,
        List<Double> outputs) {

    /** The part of a prediction that drift is measured on. */
    public static Observation of(WindowKey window, PredictionMade prediction) {
        return new Observation(
                prediction.predictionId(),
                window,
                prediction.featureNames(),
                prediction.features(),
                prediction.outputs());
    }

    VersionKey version() {
        return new VersionKey(window.cohort().modelId(), window.cohort().version());
    }
}

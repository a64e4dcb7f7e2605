package io.tradewind.monitoring.drift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How far a version has drifted.
 *
 * @param variant null for all variants together
 * @param from start of the window by prediction time; null for all there is
 * @param rows predictions counted on the reference's bins
 * @param outcomes predictions judged by their outcome
 * @param featureDriftScore mean PSI of the features
 * @param predictionDriftScore mean PSI of the outputs
 * @param performanceDriftScore by how much live accuracy is below the evaluation's, at least 0
 * @param evaluationAccuracy accuracy of the version on its test data
 * @param reason why there is no score
 * @param features PSI of each feature, the most drifted first
 */
public record DriftReport(
        UUID modelId,
        int version,
        @Nullable String variant,
        @Nullable Instant from,
        DriftStatus status,
        String method,
        long rows,
        long minimumRows,
        long outcomes,
        long minimumOutcomes,
        @Nullable Double featureDriftScore,
        @Nullable Double predictionDriftScore,
        @Nullable Double performanceDriftScore,
        @Nullable Double evaluationAccuracy,
        @Nullable Double liveAccuracy,
        @Nullable String reason,
        List<Column> features,
        List<Column> outputs) {

    /** PSI of one feature or output. */
    public record Column(String name, double psi, long rows) {}

    public DriftReport {
        features = List.copyOf(features);
        outputs = List.copyOf(outputs);
    }

    DriftReport with(
            @Nullable Double feature,
            @Nullable Double prediction,
            @Nullable Double performance,
            List<Column> featureColumns,
            List<Column> outputColumns) {
        return new DriftReport(
                modelId,
                version,
                variant,
                from,
                status,
                method,
                rows,
                minimumRows,
                outcomes,
                minimumOutcomes,
                feature,
                prediction,
                performance,
                evaluationAccuracy,
                liveAccuracy,
                reason,
                featureColumns,
                outputColumns);
    }

    DriftReport recorded(RecordedDrift scores) {
        return new DriftReport(
                modelId,
                version,
                variant,
                from,
                DriftStatus.RECORDED,
                "recorded",
                rows,
                minimumRows,
                outcomes,
                minimumOutcomes,
                scores.feature(),
                scores.prediction(),
                performanceDriftScore == null ? scores.performance() : performanceDriftScore,
                evaluationAccuracy,
                liveAccuracy,
                null,
                features,
                outputs);
    }
}

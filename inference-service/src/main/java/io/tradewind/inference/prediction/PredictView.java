package io.tradewind.inference.prediction;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;

/** What was predicted, by exactly which model. */
public record PredictView(
        UUID modelId, int version, @Nullable String bundleDigest, List<Row> predictions, long latencyMicros) {

    /** The answer to one instance. */
    public record Row(
            UUID predictionId,
            Direction direction,
            double confidence,
            @Nullable Double expectedReturn,
            List<Double> outputs,
            PredictionSource source,
            @Nullable UUID experimentId,
            @Nullable String variant) {

        static Row of(PredictionMade made) {
            PredictionMade.Assignment assignment = made.assignment();
            return new Row(
                    made.predictionId(),
                    made.direction(),
                    made.confidence(),
                    made.expectedReturn(),
                    made.outputs(),
                    made.source(),
                    assignment == null ? null : assignment.experimentId(),
                    assignment == null ? null : assignment.variant());
        }
    }

    /** All predictions of one answer come from one version. */
    public static PredictView of(List<PredictionMade> predictions, long latencyMicros) {
        PredictionMade first = predictions.getFirst();
        return new PredictView(
                first.modelId(),
                first.modelVersion(),
                first.bundleDigest(),
                predictions.stream().map(Row::of).toList(),
                latencyMicros);
    }
}

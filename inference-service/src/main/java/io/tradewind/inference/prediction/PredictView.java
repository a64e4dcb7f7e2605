package io.tradewind.inference.prediction;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;

/** What was predicted, by exactly which model. */
public record PredictView(
        UUID modelId, int version, @Nullable String bundleDigest, List<Row> predictions, long latencyMicros) {

    /** Whether an answer says how sure the model is. */
    enum Confidence {
        SHOWN,
        LEFT_OUT;

        static Confidence of(@Nullable Boolean wanted) {
            return Boolean.FALSE.equals(wanted) ? LEFT_OUT : SHOWN;
        }
    }

    /**
     * The answer to one instance.
     *
     * @param confidence in [0, 1]; not there where it was asked to be left out
     */
    public record Row(
            UUID predictionId,
            Direction direction,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double confidence,

            @Nullable Double expectedReturn,
            List<Double> outputs,
            PredictionSource source,
            @Nullable UUID experimentId,
            @Nullable String variant) {

        static Row of(PredictionMade made, Confidence confidence) {
            PredictionMade.Assignment assignment = made.assignment();
            return new Row(
                    made.predictionId(),
                    made.direction(),
                    confidence == Confidence.SHOWN ? (Double) made.confidence() : null,
                    made.expectedReturn(),
                    made.outputs(),
                    made.source(),
                    assignment == null ? null : assignment.experimentId(),
                    assignment == null ? null : assignment.variant());
        }
    }

    /** All predictions of one answer come from one version. */
    static PredictView of(List<PredictionMade> predictions, Confidence confidence, long latencyMicros) {
        PredictionMade first = predictions.getFirst();
        return new PredictView(
                first.modelId(),
                first.modelVersion(),
                first.bundleDigest(),
                predictions.stream().map(made -> Row.of(made, confidence)).toList(),
                latencyMicros);
    }
}

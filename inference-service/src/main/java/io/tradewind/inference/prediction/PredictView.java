package io.tradewind.inference.prediction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

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
     * @param outputsByName the outputs under the names that the bundle gives them
     * @param spread of an ensemble, the standard deviation between its members for each output; not there for a single model
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
            @Nullable String variant,
            Map<String, Double> outputsByName,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> spread) {

        static Row of(PredictionMade made, Spread spread, Confidence confidence) {
            PredictionMade.Assignment assignment = made.assignment();
            return new Row(
                    made.predictionId(),
                    made.direction(),
                    confidence == Confidence.SHOWN ? (Double) made.confidence() : null,
                    made.expectedReturn(),
                    made.outputs(),
                    made.source(),
                    assignment == null ? null : assignment.experimentId(),
                    assignment == null ? null : assignment.variant(),
                    named(spread.outputNames(), made.outputs()),
                    named(spread.outputNames(), spread.values()));
        }
    }

    /**
     * What an answer says of an instance that is not on record.
     *
     * @param values empty for a single model
     */
    record Spread(List<String> outputNames, List<Double> values) {}

    private static Map<String, Double> named(List<String> names, List<Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            named.put(names.get(i), values.get(i));
        }
        return named;
    }

    /** All predictions of one answer come from one version. */
    static PredictView of(
            List<PredictionMade> predictions, List<Spread> spreads, Confidence confidence, long latencyMicros) {
        PredictionMade first = predictions.getFirst();
        return new PredictView(
                first.modelId(),
                first.modelVersion(),
                first.bundleDigest(),
                IntStream.range(0, predictions.size())
                        .mapToObj(i -> Row.of(predictions.get(i), spreads.get(i), confidence))
                        .toList(),
                latencyMicros);
    }
}

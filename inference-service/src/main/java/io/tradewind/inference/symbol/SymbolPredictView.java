package io.tradewind.inference.symbol;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;

/**
 * A prediction for a symbol.
 *
 * @param modelId null when rules answered and no model was asked for
 * @param candleOpenTime newest candle it is made on, milliseconds since the epoch
 * @param referencePrice close of that candle
 * @param fallbackReason why rules answered; null when a model did
 */
public record SymbolPredictView(
        String symbol,
        String timeframe,
        long candleOpenTime,
        double referencePrice,
        @Nullable UUID modelId,
        @Nullable Integer version,
        @Nullable String bundleDigest,
        List<Row> predictions,
        @Nullable String fallbackReason,
        long latencyMicros) {

    /** What is expected. */
    public record Row(
            @Nullable UUID predictionId,
            Direction direction,
            double confidence,
            @Nullable Double expectedReturn,
            List<Double> outputs,
            int horizonBars,
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
                    made.horizonBars(),
                    made.source(),
                    assignment == null ? null : assignment.experimentId(),
                    assignment == null ? null : assignment.variant());
        }
    }
}

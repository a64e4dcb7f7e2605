package io.tradewind.inference.insight;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.inference.prediction.PredictView;
import io.tradewind.inference.symbol.SymbolPredictView;
import org.jspecify.annotations.Nullable;

/**
 * A prediction in the names of the system before.
 *
 * @param modelId null when rules answered and no model was asked for
 * @param fallbackReason why rules answered; null when a model did
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LegacyPredictionView(
        boolean success,
        @Nullable UUID modelId,
        @Nullable Integer version,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Double currentPrice,
        List<Row> predictions,
        @Nullable String fallbackReason) {

    /** What is expected. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            @Nullable UUID predictionId,
            Direction direction,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double confidence,

            @Nullable Double expectedReturn,
            List<Double> outputs,
            PredictionSource source) {}

    static LegacyPredictionView of(PredictView view) {
        List<Row> rows = view.predictions().stream()
                .map(row -> new Row(
                        row.predictionId(),
                        row.direction(),
                        row.confidence(),
                        row.expectedReturn(),
                        row.outputs(),
                        row.source()))
                .toList();
        return new LegacyPredictionView(true, view.modelId(), view.version(), null, null, null, rows, null);
    }

    static LegacyPredictionView of(SymbolPredictView view) {
        List<Row> rows = view.predictions().stream()
                .map(row -> new Row(
                        row.predictionId(),
                        row.direction(),
                        row.confidence(),
                        row.expectedReturn(),
                        row.outputs(),
                        row.source()))
                .toList();
        return new LegacyPredictionView(
                true,
                view.modelId(),
                view.version(),
                view.symbol(),
                view.timeframe(),
                view.referencePrice(),
                rows,
                view.fallbackReason());
    }
}

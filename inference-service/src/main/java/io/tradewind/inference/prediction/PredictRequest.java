package io.tradewind.inference.prediction;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Feature tensors to predict on.
 *
 * @param instances rows of features for a model with a window of 1, one window of rows otherwise; with three levels,
 *     several windows
 * @param featureNames the order the features are in, checked against the model's own
 * @param candleOpenTime of the candle the features belong to, milliseconds since the epoch
 * @param referencePrice price the returns are counted from
 * @param unit id to be assigned to an experiment's arm by
 * @param predictionIds ids the predictions get, one per instance; asking again with the same ids is harmless
 * @param includeConfidence whether the answer is to say how sure the model is; null for yes. It is on record either way
 */
record PredictRequest(
        @Schema(
                implementation = Object.class,
                description = "number[][] or number[][][], unscaled features in the model's order")
        @Nullable
        Tensor instances,

        @Nullable List<String> featureNames,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Long candleOpenTime,
        @Nullable Double referencePrice,
        @Nullable String unit,
        @Nullable List<UUID> predictionIds,
        @Nullable Boolean includeConfidence) {}

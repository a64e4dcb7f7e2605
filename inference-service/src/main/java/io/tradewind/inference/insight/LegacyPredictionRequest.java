package io.tradewind.inference.insight;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A prediction asked for by model and tensor, or by symbol.
 *
 * @param inputData present when the model is to be asked with a tensor
 */
record LegacyPredictionRequest(
        @JsonAlias("model_id") @Nullable UUID modelId,
        @Nullable String symbol,
        @Nullable String timeframe,

        @JsonAlias("input_data") @Schema(implementation = Object.class) @Nullable
        JsonNode inputData) {

    boolean byTensor() {
        return modelId != null && inputData != null && !inputData.isNull();
    }
}

package io.tradewind.inference.prediction;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tensor as the system before was asked with.
 *
 * @param inputData rows of features for a model with a window of 1, one window of rows otherwise
 * @param includeConfidence whether the answer is to say how sure the model is; null for yes
 */
record LegacyRequest(
        @JsonAlias("input_data") @Schema(implementation = Object.class) @Nullable
        Tensor inputData,

        @Nullable String symbol,
        @Nullable String timeframe,

        @JsonAlias("include_confidence") @Nullable Boolean includeConfidence) {

    PredictRequest toRequest() {
        if (inputData == null) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "inputData must not be null");
        }
        return new PredictRequest(inputData, null, symbol, timeframe, null, null, null, null, includeConfidence);
    }
}

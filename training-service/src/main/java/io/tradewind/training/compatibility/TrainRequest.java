package io.tradewind.training.compatibility;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tradewind.training.job.JobRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * How a model is to be trained, as the earlier platform asked for it.
 *
 * @param modelId in the body where the path does not name the model
 * @param validationSplit share of what is not kept for the test
 * @param earlyStopping false trains every epoch
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrainRequest(
        @Nullable UUID modelId,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable Integer epochs,
        @Nullable Integer batchSize,
        @Nullable Double learningRate,
        @Nullable @DecimalMin("0.02") @DecimalMax("0.8") Double validationSplit,
        @Nullable Boolean earlyStopping,
        @Nullable Integer patience,
        @Nullable Integer horizonBars) {

    private static final double TEST = 0.15;
    private static final int NEVER = 10_000;

    static final TrainRequest EMPTY = new TrainRequest(null, null, null, null, null, null, null, null, null, null);

    JobRequest toJob(UUID model) {
        return new JobRequest(
                model,
                symbol,
                timeframe,
                null,
                null,
                horizonBars,
                null,
                null,
                null,
                null,
                epochs,
                batchSize,
                learningRate,
                Boolean.FALSE.equals(earlyStopping) ? Integer.valueOf(NEVER) : patience,
                split(),
                null,
                null,
                null,
                null,
                null);
    }

    private JobRequest.@Nullable Split split() {
        if (validationSplit == null) {
            return null;
        }
        double validation = validationSplit * (1 - TEST);
        return new JobRequest.Split(1 - TEST - validation, validation, TEST);
    }
}

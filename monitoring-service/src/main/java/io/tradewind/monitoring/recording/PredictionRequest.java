package io.tradewind.monitoring.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A prediction made elsewhere.
 *
 * @param predictionId null for a new id, which the answer tells
 * @param candleOpenTime open time of the candle it was made on, milliseconds since the epoch; with symbol and timeframe
 *     its outcome is found from candles
 * @param horizonBars candles until it can be judged; null for 1
 * @param task null for {@code direction}
 * @param confidence in [0, 1]; null for 0
 * @param latencyMs in milliseconds; null where it is not known
 * @param occurredAt null for now
 */
public record PredictionRequest(
        @Nullable UUID predictionId,
        @NotNull UUID modelId,
        @NotNull @Min(0) Integer modelVersion,
        @Nullable @Size(max = 40) String symbol,
        @Nullable @Size(max = 4) String timeframe,
        @Nullable Long candleOpenTime,

        @Nullable @DecimalMin(value = "0", inclusive = false)
        Double referencePrice,

        @Nullable @Min(1) @Max(10_000) Integer horizonBars,
        @Nullable @Size(max = 40) String task,
        @NotNull Direction direction,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double confidence,
        @Nullable Double expectedReturn,
        @Nullable @Size(max = 1_000) List<@NotNull Double> outputs,
        @Nullable @Size(max = 10_000) List<@NotNull String> featureNames,
        @Nullable @Size(max = 10_000) List<@NotNull Double> features,
        @Nullable @DecimalMin("0") @DecimalMax("86400000") Double latencyMs,
        @Nullable Instant occurredAt) {}

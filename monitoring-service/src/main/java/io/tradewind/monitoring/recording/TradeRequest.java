package io.tradewind.monitoring.recording;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A trade that was closed. With a prediction id it is that prediction's outcome; without, it stands for a prediction of
 * its own, whose id follows from model and trade id, so that reporting it twice counts once.
 *
 * @param profit as a fraction of the stake, such as 0.025 for 2.5 %
 * @param actualReturn simple return of the market; null for the profit in the trade's direction
 * @param direction side of the trade; null for UP
 * @param confidence of the prediction it was made on, in [0, 1]; null for 0
 * @param occurredAt when it was closed; null for now
 */
public record TradeRequest(
        @NotBlank @Size(max = 200) String tradeId,
        @Nullable UUID predictionId,
        @Nullable UUID modelId,
        @Nullable @Min(0) Integer modelVersion,

        @NotNull @DecimalMin("-1000000") @DecimalMax("1000000")
        Double profit,

        @Nullable @DecimalMin("-1000000") @DecimalMax("1000000")
        Double actualReturn,

        @Nullable Direction direction,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double confidence,
        @Nullable @Size(max = 40) String symbol,
        @Nullable Instant occurredAt) {}

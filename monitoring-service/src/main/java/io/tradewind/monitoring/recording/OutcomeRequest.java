package io.tradewind.monitoring.recording;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What became of a prediction.
 *
 * @param actualReturn simple return of the market over the prediction's horizon, such as 0.01 for 1 %
 * @param actualDirection null for the sign of the return
 * @param profit of the trade as a fraction of its stake; null to derive it from direction and return
 * @param tradeId id of the trade in the caller's books
 * @param occurredAt null for now
 */
public record OutcomeRequest(
        @NotNull UUID predictionId,

        @NotNull @DecimalMin("-1000000") @DecimalMax("1000000")
        Double actualReturn,

        @Nullable Direction actualDirection,

        @Nullable @DecimalMin("-1000000") @DecimalMax("1000000")
        Double profit,

        @Nullable @Size(max = 200) String tradeId,
        @Nullable Instant occurredAt) {}

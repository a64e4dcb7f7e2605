package io.tradewind.monitoring.seed;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded or acknowledged.
 *
 * @param action {@code record_prediction}, {@code record_trade}, {@code record_drift} or {@code acknowledge_alert}
 * @param version of the model: a number, with or without a leading v; {@code v3.0.0} is 3
 * @param correct whether the prediction was right
 * @param outcome {@code win} or {@code loss}; the sign of {@code pnl} counts where both are given
 * @param pnl profit of the trade as a fraction of its stake
 */
record MonitoringRequest(
        @NotBlank String action,
        @Nullable UUID modelId,
        @Nullable @JsonAlias("modelVersion") String version,
        @Nullable UUID alertId,
        @Nullable @JsonAlias("id") @Size(max = 200) String tradeId,
        @Nullable Boolean correct,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double confidence,
        @Nullable @DecimalMin("0") Double latencyMs,
        @Nullable String outcome,

        @Nullable @DecimalMin("-1000000") @DecimalMax("1000000")
        Double pnl,

        @Nullable @DecimalMin("0") Double featureDrift,
        @Nullable @DecimalMin("0") Double predictionDrift,
        @Nullable @DecimalMin("0") Double performanceDrift) {}

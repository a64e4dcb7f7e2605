package io.tradewind.monitoring.threshold;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.monitoring.performance.WatchedMetric;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as it is asked for.
 *
 * @param comparison null for the side on which the metric is bad
 * @param minimumSample null for 100
 * @param exitMargin null for 0.05
 * @param enabled null for true
 */
record ThresholdRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z_]{0,39}", message = "must be up to 40 of a-z and _")
        String type,

        @NotNull String metric,
        @Nullable Comparison comparison,
        @NotNull Double value,
        @NotNull AlertSeverity severity,
        @Nullable @Min(1) Long minimumSample,

        @Nullable @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double exitMargin,

        @Nullable Boolean enabled) {

    /** All of them. */
    record All(@NotNull @Size(max = 100) List<@Valid @NotNull ThresholdRequest> thresholds) {}

    private static final long MINIMUM_SAMPLE = 100;
    private static final double EXIT_MARGIN = 0.05;

    Threshold threshold() {
        WatchedMetric watched = WatchedMetric.find(metric)
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.VALIDATION_FAILED, "metric must be one of the model metrics, was " + metric));
        if (!Double.isFinite(value)) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "value must be a number, was " + value);
        }
        Comparison side = watched.better() == WatchedMetric.Better.HIGHER ? Comparison.BELOW : Comparison.ABOVE;
        return new Threshold(
                UUID.randomUUID(),
                type,
                watched,
                comparison == null ? side : comparison,
                value,
                severity,
                minimumSample == null ? MINIMUM_SAMPLE : minimumSample,
                exitMargin == null ? EXIT_MARGIN : exitMargin,
                enabled == null || enabled);
    }
}

package io.tradewind.monitoring.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.monitoring.alert.AlertView;
import io.tradewind.monitoring.coverage.Coverage;
import io.tradewind.monitoring.performance.ModelMetrics;

/**
 * A model over a period.
 *
 * @param metrics all versions and variants together
 * @param previous the same over the period before, to compare with
 * @param cohorts each version and variant that predicted, newest version first
 * @param alerts those that fired in the period, newest first
 */
public record Report(
        UUID modelId,
        String model,
        String period,
        Instant from,
        Instant to,
        Coverage coverage,
        ModelMetrics metrics,
        ModelMetrics previous,
        List<ModelMetrics> cohorts,
        List<AlertView> alerts) {

    public Report {
        cohorts = List.copyOf(cohorts);
        alerts = List.copyOf(alerts);
    }
}

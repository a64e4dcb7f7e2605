package io.tradewind.monitoring.report;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.alert.AlertQuery;
import io.tradewind.monitoring.alert.AlertService;
import io.tradewind.monitoring.coverage.CoverageService;
import io.tradewind.monitoring.model.KnownModel;
import io.tradewind.monitoring.model.ModelAccess;
import io.tradewind.monitoring.performance.MetricsScope;
import io.tradewind.monitoring.performance.PerformanceService;
import jakarta.inject.Singleton;

/** Puts reports together. */
@Singleton
public class ReportService {

    private final ModelAccess access;
    private final PerformanceService performance;
    private final CoverageService coverage;
    private final AlertService alerts;

    ReportService(ModelAccess access, PerformanceService performance, CoverageService coverage, AlertService alerts) {
        this.access = access;
        this.performance = performance;
        this.coverage = coverage;
        this.alerts = alerts;
    }

    /** The report of a model the caller may see, over a period that ends now. */
    public Uni<Report> report(UUID modelId, Period period) {
        Instant now = Instant.now(Clock.systemUTC());
        return access.require(modelId).flatMap(model -> report(model, period, now));
    }

    private Uni<Report> report(KnownModel model, Period period, Instant to) {
        Instant from = to.minus(period.length());
        MetricsScope present = new MetricsScope(model.id(), null, null, period.label(), from, null);
        MetricsScope before =
                new MetricsScope(model.id(), null, null, period.label(), from.minus(period.length()), from);
        // One after the other: a report is no reason to take several connections from the pool at once.
        return coverage.coverage(model.id())
                .flatMap(covered -> performance.metrics(present).flatMap(metrics -> performance
                        .metrics(before)
                        .flatMap(previous -> performance.byCohort(present).flatMap(cohorts -> alerts.list(
                                        AlertQuery.firedSince(model.id(), from))
                                .map(fired -> new Report(
                                        model.id(),
                                        model.name(),
                                        period.label(),
                                        from,
                                        to,
                                        covered,
                                        metrics,
                                        previous,
                                        cohorts,
                                        fired))))));
    }
}

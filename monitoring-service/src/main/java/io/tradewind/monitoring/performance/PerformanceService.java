package io.tradewind.monitoring.performance;

import java.util.List;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.monitoring.drift.DriftReport;
import io.tradewind.monitoring.drift.DriftService;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.Performance;
import io.tradewind.monitoring.statistics.PerformanceWindows;
import jakarta.inject.Singleton;

/** Puts performance and drift together. */
@Singleton
public class PerformanceService {

    private final PerformanceWindows windows;
    private final DriftService drift;

    PerformanceService(PerformanceWindows windows, DriftService drift) {
        this.windows = windows;
        this.drift = drift;
    }

    /** All figures of a scope. */
    public Uni<ModelMetrics> metrics(MetricsScope scope) {
        return windows.performance(scope.selection()).flatMap(performance -> newestVersion(scope)
                .flatMap(version ->
                        version == 0 ? Uni.createFrom().<DriftReport>nullItem() : driftOf(scope, version, performance))
                .map(report -> ModelMetrics.of(scope, performance, report)));
    }

    /** All figures of each cohort of a model that predicted within the scope's time, newest version first. */
    public Uni<List<ModelMetrics>> byCohort(MetricsScope scope) {
        return windows.cohorts(scope.modelId())
                .onItem()
                .transformToMulti(cohorts -> Multi.createFrom().iterable(newestFirst(cohorts, scope)))
                .onItem()
                .transformToUniAndConcatenate(cohort -> metrics(scope.of(cohort)))
                .select()
                .where(metrics -> metrics.predictionsTotal() > 0)
                .collect()
                .asList();
    }

    /** Drift of the version asked for, or of the newest. */
    public Uni<DriftReport> drift(MetricsScope scope) {
        return newestVersion(scope).flatMap(version -> {
            if (version == 0) {
                throw new ServiceException(
                        ErrorCode.NOT_FOUND, "no version of model " + scope.modelId() + " has made a prediction yet");
            }
            MetricsScope ofVersion = new MetricsScope(
                    scope.modelId(), version, scope.variant(), scope.window(), scope.from(), scope.to());
            return windows.performance(ofVersion.selection())
                    .flatMap(performance -> drift.report(ofVersion.selection(), version, performance));
        });
    }

    private Uni<DriftReport> driftOf(MetricsScope scope, int version, Performance performance) {
        return scope.version() == null ? drift(scope) : drift.report(scope.selection(), version, performance);
    }

    /** The version asked for, else the newest that has predicted, else 0. */
    private Uni<Integer> newestVersion(MetricsScope scope) {
        Integer asked = scope.version();
        if (asked != null) {
            return Uni.createFrom().item(asked);
        }
        return windows.cohorts(scope.modelId())
                .map(cohorts -> cohorts.stream().mapToInt(Cohort::version).max().orElse(0));
    }

    private static List<Cohort> newestFirst(List<Cohort> cohorts, MetricsScope scope) {
        return cohorts.reversed().stream()
                .filter(cohort -> scope.version() == null || scope.version() == cohort.version())
                .filter(cohort -> scope.variant() == null || scope.variant().equals(cohort.variant()))
                .toList();
    }
}

package io.tradewind.monitoring.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.outbox.Outbox;
import io.tradewind.monitoring.model.KnownModel;
import io.tradewind.monitoring.model.ModelAccess;
import io.tradewind.monitoring.performance.MetricGauges;
import io.tradewind.monitoring.performance.MetricsScope;
import io.tradewind.monitoring.performance.ModelMetrics;
import io.tradewind.monitoring.performance.PerformanceService;
import io.tradewind.monitoring.performance.Window;
import io.tradewind.monitoring.statistics.ActiveCohort;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.PerformanceWindows;
import io.tradewind.monitoring.threshold.Threshold;
import io.tradewind.monitoring.threshold.Thresholds;
import jakarta.inject.Singleton;

/**
 * Compares the figures of every cohort that predicts with the thresholds, and shows them as gauges. Replicas may do so at
 * the same time: an index allows one open alert per cohort and threshold, and whoever comes second starts over.
 */
@Singleton
class AlertEvaluator {

    // Figures are computed again when a count has changed, and this often for what changes without one.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Figures(ActiveCohort basis, ModelMetrics metrics, Instant at) {}

    private final PerformanceWindows windows;
    private final PerformanceService performance;
    private final Thresholds thresholds;
    private final Alerts alerts;
    private final ModelAccess models;
    private final Outbox outbox;
    private final MetricGauges gauges;
    private final AlertConfig config;
    private final Map<Cohort, Figures> known = new ConcurrentHashMap<>();

    AlertEvaluator(
            PerformanceWindows windows,
            PerformanceService performance,
            Thresholds thresholds,
            Alerts alerts,
            ModelAccess models,
            Outbox outbox,
            MetricGauges gauges,
            AlertConfig config) {
        this.windows = windows;
        this.performance = performance;
        this.thresholds = thresholds;
        this.alerts = alerts;
        this.models = models;
        this.outbox = outbox;
        this.gauges = gauges;
        this.config = config;
    }

    @Scheduled(
            identity = "alert-evaluation",
            every = "${monitoring.alert.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> evaluate() {
        Instant now = AlertService.now();
        Window window = Window.parse(config.window());
        return windows.active(window.startBefore(now), config.cohorts())
                .onItem()
                .transformToMulti(active -> Multi.createFrom().iterable(active))
                .onItem()
                .transformToUniAndConcatenate(active -> figures(active, window, now))
                .collect()
                .asList()
                .invoke(this::forgetOthers)
                .invoke(figures ->
                        gauges.show(figures.stream().map(Figures::metrics).toList()))
                .chain(figures -> compare(figures, now));
    }

    private Uni<Figures> figures(ActiveCohort active, Window window, Instant now) {
        Figures before = known.get(active.cohort());
        if (before != null
                && before.basis().equals(active)
                && before.at().plus(FRESH).isAfter(now)) {
            return Uni.createFrom().item(before);
        }
        return performance
                .metrics(MetricsScope.of(active.cohort(), window, now))
                .map(metrics -> new Figures(active, metrics, now))
                .invoke(figures -> known.put(active.cohort(), figures));
    }

    private void forgetOthers(List<Figures> figures) {
        known.keySet()
                .retainAll(figures.stream().map(one -> one.basis().cohort()).collect(Collectors.toSet()));
    }

    private Uni<Void> compare(List<Figures> figures, Instant now) {
        List<UUID> ids = figures.stream()
                .map(one -> one.basis().cohort().modelId())
                .distinct()
                .toList();
        return thresholds.all().flatMap(set -> models.find(ids)
                .flatMap(owners -> Panache.withTransaction(() -> alerts.findOpen()
                        .flatMap(open -> apply(new Round(figures, set.thresholds(), owners, now), open)))));
    }

    private record Round(
            List<Figures> figures, List<Threshold> thresholds, Map<UUID, KnownModel> owners, Instant now) {}

    private record Place(Cohort cohort, UUID thresholdId) {}

    private Uni<Void> apply(Round round, List<Alert> open) {
        Map<Place, Alert> remaining = new HashMap<>();
        open.forEach(alert -> remaining.put(new Place(alert.cohort(), alert.thresholdId), alert));
        List<Alert> fired = new ArrayList<>();
        List<Alert> changed = new ArrayList<>();
        for (Figures figures : round.figures()) {
            KnownModel model = round.owners().get(figures.basis().cohort().modelId());
            if (model != null) {
                judge(round, figures, model, remaining, fired, changed);
            }
        }
        // What nothing was judged by: a threshold that was taken away, or a cohort that predicts no more.
        remaining.values().forEach(alert -> {
            alert.close("no longer watched: the threshold is gone or there were no predictions lately", round.now());
            changed.add(alert);
        });
        changed.addAll(fired);
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> stored = fired.isEmpty() ? Uni.createFrom().voidItem() : alerts.persist(fired);
        return stored.chain(() -> publish(changed));
    }

    private static void judge(
            Round round,
            Figures figures,
            KnownModel model,
            Map<Place, Alert> remaining,
            List<Alert> fired,
            List<Alert> changed) {
        Cohort cohort = figures.basis().cohort();
        for (Threshold threshold : round.thresholds()) {
            if (!threshold.enabled()) {
                continue;
            }
            Alert alert = remaining.remove(new Place(cohort, threshold.id()));
            Double value = threshold.metric().value(figures.metrics());
            long sample = threshold.metric().sample(figures.metrics());
            switch (AlertRules.decide(threshold, alert != null, value, sample)) {
                case AlertDecision.Fire fire ->
                    fired.add(Alert.fired(threshold, cohort, model.owner(), fire, round.now()));
                case AlertDecision.Resolve resolve -> {
                    alert.resolve(resolve, round.now());
                    changed.add(alert);
                }
                case AlertDecision.Stay stay -> {
                    // Neither a new alert nor the end of one.
                }
            }
        }
    }

    private Uni<Void> publish(List<Alert> changed) {
        return Panache.getSession().flatMap(session -> Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(alert -> outbox.append(session, alert.event()))
                .collect()
                .last());
    }
}

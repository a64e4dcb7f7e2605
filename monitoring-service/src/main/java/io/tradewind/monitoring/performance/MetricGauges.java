package io.tradewind.monitoring.performance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;

/**
 * The latest figures as gauges, labelled by model, version and variant. Whoever shows them passes a bounded list: each
 * cohort is a time series per metric in Prometheus, for ever.
 */
@Singleton
public class MetricGauges {

    private static final String PREFIX = "tradewind.monitoring.model.";

    private final Map<WatchedMetric, MultiGauge> gauges = new EnumMap<>(WatchedMetric.class);
    private final MultiGauge predictions;
    private final MultiGauge outcomes;

    MetricGauges(MeterRegistry registry) {
        for (WatchedMetric metric : WatchedMetric.values()) {
            gauges.put(
                    metric,
                    MultiGauge.builder(PREFIX
                                    + metric.name().toLowerCase(Locale.ROOT).replace('_', '.'))
                            .description(metric.publicName() + " of a model version in a variant")
                            .register(registry));
        }
        predictions = MultiGauge.builder(PREFIX + "predictions")
                .description("Predictions of a model version in a variant")
                .register(registry);
        outcomes = MultiGauge.builder(PREFIX + "outcomes")
                .description("Predictions of a model version in a variant that have their outcome")
                .register(registry);
    }

    /** Shows these figures and no others. */
    public void show(List<ModelMetrics> shown) {
        gauges.forEach((metric, gauge) -> gauge.register(rows(shown, metric), true));
        predictions.register(
                shown.stream()
                        .map(metrics -> MultiGauge.Row.of(tags(metrics), metrics.predictionsTotal()))
                        .toList(),
                true);
        outcomes.register(
                shown.stream()
                        .map(metrics -> MultiGauge.Row.of(tags(metrics), metrics.n()))
                        .toList(),
                true);
    }

    private static List<MultiGauge.Row<?>> rows(List<ModelMetrics> shown, WatchedMetric metric) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (ModelMetrics metrics : shown) {
            Double value = metric.value(metrics);
            if (value != null) {
                rows.add(MultiGauge.Row.of(tags(metrics), value));
            }
        }
        return rows;
    }

    private static Tags tags(ModelMetrics metrics) {
        return Tags.of(
                "model",
                metrics.modelId().toString(),
                "version",
                String.valueOf(metrics.version()),
                "variant",
                String.valueOf(metrics.variant()));
    }
}

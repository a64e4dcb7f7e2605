package io.tradewind.monitoring.performance;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What figures are asked for.
 *
 * @param version null for all versions together
 * @param variant null for all variants together
 * @param window label of the time looked at
 * @param from start by prediction time; null for everything there is
 * @param to end by prediction time, exclusive; null for now
 */
public record MetricsScope(
        UUID modelId,
        @Nullable Integer version,
        @Nullable String variant,
        String window,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** One cohort over a window that ends now. */
    public static MetricsScope of(Cohort cohort, Window window, Instant now) {
        return new MetricsScope(
                cohort.modelId(), cohort.version(), cohort.variant(), window.label(), window.startBefore(now), null);
    }

    /** A model, one of its versions, or one variant of them, over a window that ends now. */
    public static MetricsScope of(
            UUID modelId, @Nullable Integer version, @Nullable String variant, Window window, Instant now) {
        return new MetricsScope(modelId, version, variant, window.label(), window.startBefore(now), null);
    }

    /** The same time of one cohort. */
    public MetricsScope of(Cohort cohort) {
        return new MetricsScope(cohort.modelId(), cohort.version(), cohort.variant(), window, from, to);
    }

    Selection selection() {
        return new Selection(modelId, version, variant, from, to);
    }
}

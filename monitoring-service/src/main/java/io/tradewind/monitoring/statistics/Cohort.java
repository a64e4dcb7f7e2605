package io.tradewind.monitoring.statistics;

import java.util.Comparator;
import java.util.UUID;

/**
 * The predictions that are judged together: one version of a model in one variant.
 *
 * @param variant name of the experiment's arm; empty outside experiments
 */
public record Cohort(UUID modelId, int version, String variant) implements Comparable<Cohort> {

    private static final Comparator<Cohort> ORDER = Comparator.comparing(Cohort::modelId)
            .thenComparingInt(Cohort::version)
            .thenComparing(Cohort::variant);

    @Override
    public int compareTo(Cohort other) {
        return ORDER.compare(this, other);
    }
}

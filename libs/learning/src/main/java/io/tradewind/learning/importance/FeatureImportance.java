package io.tradewind.learning.importance;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How much each feature matters, most important first; {@code importance.json} of a bundle.
 *
 * @param method how {@code importance} was measured
 * @param rows rows it was measured on
 * @param repeats shuffles per feature
 * @param contributions how the features' contributions were measured, null where they were not, as in older bundles
 * @param dependence of the features that contribute most; empty in older bundles
 */
public record FeatureImportance(
        String method,
        int rows,
        int repeats,
        List<Entry> features,
        @Nullable ContributionSummary contributions,
        List<PartialDependence> dependence) {

    /**
     * One feature.
     *
     * @param importance rise of the loss when the feature's values are shuffled between rows; about 0 for a useless one
     * @param deviation standard deviation over the repeats
     * @param gain trees: share of the total loss reduction at its splits, otherwise NaN
     * @param contribution mean absolute Shapley value in the summary's unit, null where not measured
     * @param effect correlation of the feature's newest value with its Shapley value, -1..1: 1 raises the forecast as it rises, -1
     *     lowers it, about 0 does both or neither; null where not measured or constant
     */
    public record Entry(
            String name,
            double importance,
            double deviation,
            double gain,
            @Nullable Double contribution,
            @Nullable Double effect) {

        /** A feature whose contributions were not measured. */
        public Entry(String name, double importance, double deviation, double gain) {
            this(name, importance, deviation, gain, null, null);
        }
    }

    public FeatureImportance {
        features = List.copyOf(features);
        dependence = dependence == null ? List.of() : List.copyOf(dependence);
    }

    /** Importance without contributions. */
    public FeatureImportance(String method, int rows, int repeats, List<Entry> features) {
        this(method, rows, repeats, features, null, List.of());
    }

    /** The same with what each feature contributes, in the order of importance as before. */
    public FeatureImportance with(Contributions measured, List<PartialDependence> curves) {
        List<Entry> entries = features.stream()
                .map(entry -> new Entry(
                        entry.name(),
                        entry.importance(),
                        entry.deviation(),
                        entry.gain(),
                        measured.meanAbsolute(entry.name()),
                        measured.effect(entry.name())))
                .toList();
        return new FeatureImportance(method, rows, repeats, entries, measured.summary(), curves);
    }
}

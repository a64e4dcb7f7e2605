package io.tradewind.learning.importance;

import java.util.List;

/**
 * How much each feature matters, most important first; {@code importance.json} of a bundle.
 *
 * @param method how {@code importance} was measured
 * @param rows rows it was measured on
 * @param repeats shuffles per feature
 */
public record FeatureImportance(String method, int rows, int repeats, List<Entry> features) {

    /**
     * One feature.
     *
     * @param importance rise of the loss when the feature's values are shuffled between rows; about 0 for a useless one
     * @param deviation standard deviation over the repeats
     * @param gain trees: share of the total loss reduction at its splits, otherwise NaN
     */
    public record Entry(String name, double importance, double deviation, double gain) {}

    public FeatureImportance {
        features = List.copyOf(features);
    }
}

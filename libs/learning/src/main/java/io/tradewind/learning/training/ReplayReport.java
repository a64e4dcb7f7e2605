package io.tradewind.learning.training;

import java.util.List;

/**
 * Whether a training that could have seen later candles is the training that could not.
 *
 * @param candles how many candles were known
 * @param changedFeatures features whose value of a known candle depends on later ones
 * @param changedSamples samples that only one of the trainings has, or with other labels
 * @param sameModel whether both trainings wrote the same model, byte for byte
 * @param largestDifference largest absolute difference between both models' outputs for the same test rows, each fed with its own
 *     features; NaN where they cannot be compared
 */
public record ReplayReport(
        int candles,
        List<ChangedFeature> changedFeatures,
        int changedSamples,
        boolean sameModel,
        double largestDifference) {

    /**
     * A feature that knows later candles.
     *
     * @param firstRow first row with another value
     * @param rows how many rows have one
     */
    public record ChangedFeature(String feature, int firstRow, int rows) {}

    public ReplayReport {
        changedFeatures = List.copyOf(changedFeatures);
    }

    /** Whether nothing differs. */
    public boolean clean() {
        return changedFeatures.isEmpty() && changedSamples == 0 && sameModel && largestDifference == 0;
    }
}

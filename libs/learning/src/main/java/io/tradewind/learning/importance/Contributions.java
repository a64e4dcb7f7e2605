package io.tradewind.learning.importance;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Scores of rows taken apart into what each feature contributes (Shapley values; Lundberg and Lee 2017): a row's contributions
 * and the base add up to its score.
 *
 * @param method {@code tree-shap} or {@code sampled-shapley}
 * @param unit of the scores
 * @param background rows that stood for a feature's absence, 0 where none did
 * @param base score without any feature known
 * @param values of shape (rows, features)
 * @param scores the model's own score of each row
 * @param newest newest value of each feature in each row, of shape (rows, features)
 */
@SuppressWarnings("ArrayRecordComponent")
public record Contributions(
        String method,
        String unit,
        List<String> features,
        int background,
        double base,
        double[][] values,
        double[] scores,
        double[][] newest) {

    public Contributions {
        features = List.copyOf(features);
    }

    /** Newest values of windows of shape (count, window, features). */
    public static double[][] newestRows(double[] windows, int count, int features) {
        double[][] newest = new double[count][features];
        int length = windows.length / count;
        for (int row = 0; row < count; row++) {
            System.arraycopy(windows, (row + 1) * length - features, newest[row], 0, features);
        }
        return newest;
    }

    /** Mean absolute contribution of a feature. */
    public double meanAbsolute(String feature) {
        int column = column(feature);
        double sum = 0;
        for (double[] row : values) {
            sum += Math.abs(row[column]);
        }
        return sum / values.length;
    }

    /** Pearson's correlation of a feature's newest value with its contribution; null where either is constant. */
    public @Nullable Double effect(String feature) {
        int column = column(feature);
        Correlation correlation = new Correlation();
        for (int row = 0; row < values.length; row++) {
            double value = newest[row][column];
            if (Double.isFinite(value)) {
                correlation.add(value, values[row][column]);
            }
        }
        return correlation.value();
    }

    private int column(String feature) {
        int column = features.indexOf(feature);
        if (column < 0) {
            throw new IllegalArgumentException("feature must be one of %s, was %s".formatted(features, feature));
        }
        return column;
    }

    /** Largest absolute difference between a score and what its contributions and the base add up to. */
    public double largestGap() {
        double largest = 0;
        for (int row = 0; row < values.length; row++) {
            double sum = base;
            for (double value : values[row]) {
                sum += value;
            }
            largest = Math.max(largest, Math.abs(sum - scores[row]));
        }
        return largest;
    }

    /** How these were measured. */
    public ContributionSummary summary() {
        return new ContributionSummary(method, unit, values.length, background, base, largestGap());
    }
}

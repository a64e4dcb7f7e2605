package io.tradewind.learning.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean score of rows in which one feature is set to a value, over a grid of its values (Friedman 2001, section 8.2). The feature
 * takes the value in all steps of a window. Correlated features are moved apart by this, so do not read a curve as a cause.
 *
 * @param values rising quantiles of the feature's newest values, repeats left out
 * @param scores mean score at each value
 */
public record PartialDependence(String name, List<Double> values, List<Double> scores) {

    private static final double OUTERMOST = 0.05;

    public PartialDependence {
        values = List.copyOf(values);
        scores = List.copyOf(scores);
    }

    /**
     * The curve of one feature.
     *
     * @param feature its position in a row
     * @param rows windows of shape (count, window, features); left as they were
     * @param points quantiles from 5 % to 95 %, evenly spread; at least 2
     */
    public static PartialDependence of(
            WindowScorer model, List<String> features, int feature, double[] rows, int count, int points) {
        int width = features.size();
        int length = rows.length / count;
        double[] newest = IntStream.range(0, count)
                .mapToDouble(row -> rows[row * length + length - width + feature])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<Double> values = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        double[] changed = rows.clone();
        for (double value : grid(newest, points)) {
            for (int k = feature; k < changed.length; k += width) {
                changed[k] = value;
            }
            values.add(value);
            scores.add(Arrays.stream(model.score(changed, count)).average().orElseThrow());
        }
        return new PartialDependence(features.get(feature), values, scores);
    }

    private static double[] grid(double[] sorted, int points) {
        if (sorted.length == 0) {
            return new double[0];
        }
        return IntStream.range(0, points)
                .mapToDouble(i -> OUTERMOST + (1 - 2 * OUTERMOST) * i / (points - 1))
                .map(share -> sorted[(int) Math.round(share * (sorted.length - 1))])
                .distinct()
                .toArray();
    }
}

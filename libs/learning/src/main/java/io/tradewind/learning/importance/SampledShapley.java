package io.tradewind.learning.importance;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shapley values of any model by sampling orders of its features (Strumbelj and Kononenko 2014): features of a background row give
 * way to the explained row's one by one, and each change of the score belongs to the feature that made it. Every background row is
 * used once with an order and once with its reverse, so that contributions add up to the score less the mean score of the
 * background exactly, linear models come out exactly, and so do interactions of two features.
 *
 * <p>A feature moves in all steps of a window together. Costs {@code 2 * background * (features - 1) + 1} scores a row. Not for
 * features that determine each other: rows between two real ones are then no rows at all.
 */
public final class SampledShapley {

    public static final String METHOD = "sampled-shapley";

    private final WindowScorer model;
    private final int features;
    private final int length;
    private final double[] background;
    private final double[] backgroundScores;
    private final SplittableRandom random;

    private SampledShapley(WindowScorer model, int features, double[] background, int backgroundCount, long seed) {
        this.model = model;
        this.features = features;
        this.length = background.length / backgroundCount;
        this.background = background;
        this.backgroundScores = model.score(background, backgroundCount);
        this.random = new SplittableRandom(seed);
    }

    /**
     * Takes the scores of rows apart.
     *
     * @param unit of the scores
     * @param rows windows of shape (count, window, features); left as they were
     * @param background windows of shape (backgroundCount, window, features), at least 1
     */
    public static Contributions of(
            WindowScorer model,
            String unit,
            List<String> features,
            double[] rows,
            int count,
            double[] background,
            int backgroundCount,
            long seed) {
        if (count < 1 || backgroundCount < 1) {
            throw new IllegalArgumentException(
                    "rows and background must be >= 1, were %d and %d".formatted(count, backgroundCount));
        }
        if ((long) rows.length * backgroundCount != (long) background.length * count) {
            throw new IllegalArgumentException(
                    "rows and background must be windows alike, were %d values in %d and %d in %d"
                            .formatted(rows.length, count, background.length, backgroundCount));
        }
        SampledShapley sampled = new SampledShapley(model, features.size(), background, backgroundCount, seed);
        double[] scores = model.score(rows, count);
        double[][] values = new double[count][];
        for (int row = 0; row < count; row++) {
            int from = row * sampled.length;
            values[row] = sampled.explain(Arrays.copyOfRange(rows, from, from + sampled.length), scores[row]);
        }
        double base = Arrays.stream(sampled.backgroundScores).average().orElseThrow();
        double[][] newest = Contributions.newestRows(rows, count, features.size());
        return new Contributions(METHOD, unit, features, backgroundCount, base, values, scores, newest);
    }

    private double[] explain(double[] row, double score) {
        double[] sums = new double[features];
        for (int other = 0; other < backgroundScores.length; other++) {
            int[] order = order();
            int[] reverse = new int[features];
            Arrays.setAll(reverse, i -> order[features - 1 - i]);
            double[] between = between(row, other, order, reverse);
            add(sums, order, between, 0, backgroundScores[other], score);
            add(sums, reverse, between, features - 1, backgroundScores[other], score);
        }
        Arrays.setAll(sums, feature -> sums[feature] / (2 * backgroundScores.length));
        return sums;
    }

    private int[] order() {
        int[] order = new int[features];
        for (int i = 0; i < features; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** Scores of the rows between a background row and the explained one, first in one order, then in the other. */
    private double[] between(double[] row, int other, int[] order, int[] reverse) {
        int steps = features - 1;
        if (steps == 0) {
            return new double[0];
        }
        double[] mixed = new double[2 * steps * length];
        mix(mixed, 0, row, other, order);
        mix(mixed, steps, row, other, reverse);
        return model.score(mixed, 2 * steps);
    }

    private void mix(double[] mixed, int at, double[] row, int other, int[] order) {
        double[] current = Arrays.copyOfRange(background, other * length, (other + 1) * length);
        for (int step = 0; step < features - 1; step++) {
            for (int k = order[step]; k < length; k += features) {
                current[k] = row[k];
            }
            System.arraycopy(current, 0, mixed, (at + step) * length, length);
        }
    }

    private void add(double[] sums, int[] order, double[] between, int from, double first, double last) {
        double before = first;
        for (int step = 0; step < features; step++) {
            double after = step == features - 1 ? last : between[from + step];
            sums[order[step]] += after - before;
            before = after;
        }
    }
}

package io.tradewind.learning.evaluation;

import java.util.Arrays;

/**
 * How a metric did over folds.
 *
 * @param deviation standard deviation over the folds (n - 1), 0 for one fold
 * @param consistency one minus deviation over mean, at least 0: 1 means every fold alike
 */
public record FoldStatistics(int folds, double mean, double deviation, double best, double worst, double consistency) {

    /** The statistics of at least one value. */
    public static FoldStatistics of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
        double consistency = mean > 0 ? Math.max(0, 1 - deviation / mean) : 0;
        return new FoldStatistics(
                values.length,
                mean,
                deviation,
                Arrays.stream(values).max().orElseThrow(),
                Arrays.stream(values).min().orElseThrow(),
                consistency);
    }
}

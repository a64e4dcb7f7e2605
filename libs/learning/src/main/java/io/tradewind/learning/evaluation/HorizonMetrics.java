package io.tradewind.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Metrics of returns over several horizons, each by itself. */
final class HorizonMetrics {

    private static final double EVEN = 0.5;

    private HorizonMetrics() {}

    /** One score per horizon; the forecasts are the outputs of each test row. */
    static List<TaskDetails.HorizonScore> of(TaskEvidence evidence, double[][] forecasts) {
        List<TaskDetails.HorizonScore> scores = new ArrayList<>();
        for (int column = 0; column < evidence.horizons().size(); column++) {
            scores.add(score(evidence, forecasts, column));
        }
        return scores;
    }

    private static TaskDetails.HorizonScore score(TaskEvidence evidence, double[][] forecasts, int column) {
        double[] actual = Arrays.stream(evidence.targets())
                .mapToDouble(row -> row[column])
                .toArray();
        double[] errors = new double[actual.length];
        Arrays.setAll(errors, i -> forecasts[i][column] - actual[i]);
        int[] moved =
                IntStream.range(0, actual.length).filter(i -> actual[i] != 0).toArray();
        double[] right = new double[moved.length];
        double[] majority = new double[moved.length];
        double usual = evidence.shares()[column] >= EVEN ? 1 : -1;
        for (int i = 0; i < moved.length; i++) {
            double sign = Math.signum(actual[moved[i]]);
            right[i] = Math.signum(forecasts[moved[i]][column]) == sign ? 1 : 0;
            majority[i] = sign == usual ? 1 : 0;
        }
        int horizon = evidence.horizons().get(column);
        return new TaskDetails.HorizonScore(
                horizon,
                mean(Arrays.stream(errors).map(Math::abs).toArray()),
                mean(Arrays.stream(errors).map(error -> error * error).toArray()),
                mean(Arrays.stream(actual).map(Math::abs).toArray()),
                mean(right),
                TradingMetrics.defined(OverlapError.of(right, horizon - 1)),
                mean(majority));
    }

    private static Double mean(double[] values) {
        return TradingMetrics.defined(TradingMetrics.mean(values));
    }
}

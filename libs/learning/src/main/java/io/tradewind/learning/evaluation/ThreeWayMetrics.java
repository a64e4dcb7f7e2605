package io.tradewind.learning.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Metrics of forecasts among down, flat and up. */
final class ThreeWayMetrics {

    private static final List<String> NAMES = List.of("down", "flat", "up");
    private static final int CLASSES = 3;
    private static final int UP = 2;
    private static final int BINS = 10;
    private static final double SMALLEST = 1e-12;

    private final int[] forecast;
    private final int[] actual;
    private final double[][] probabilities;
    private final long[][] confusion = new long[CLASSES][CLASSES];

    /**
     * Of as many rows each.
     *
     * @param forecast -1, 0 or 1
     * @param actual likewise
     */
    ThreeWayMetrics(int[] forecast, int[] actual, double[][] probabilities) {
        this.forecast = forecast;
        this.actual = actual;
        this.probabilities = probabilities;
        for (int i = 0; i < actual.length; i++) {
            confusion[actual[i] + 1][forecast[i] + 1]++;
        }
    }

    /** Precision, recall and F1 are means over the classes, one never forecast or never there counting as 0. */
    ClassMetrics metrics() {
        List<TaskDetails.ClassScore> scores = scores();
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : confusion) {
            rows.add(List.of(row[0], row[1], row[UP]));
        }
        int[] moving =
                IntStream.range(0, actual.length).filter(i -> actual[i] != 0).toArray();
        boolean[] up = new boolean[moving.length];
        double[] lead = new double[moving.length];
        for (int i = 0; i < moving.length; i++) {
            up[i] = actual[moving[i]] > 0;
            lead[i] = probabilities[moving[i]][UP] - probabilities[moving[i]][0];
        }
        return new ClassMetrics(
                macro(scores.stream().map(TaskDetails.ClassScore::precision).toList()),
                macro(scores.stream().map(TaskDetails.ClassScore::recall).toList()),
                macroF1(),
                rows,
                TradingMetrics.defined(ClassMetrics.auc(lead, up)),
                TradingMetrics.defined(logLoss()),
                TradingMetrics.defined(brier()),
                TradingMetrics.defined(calibrationError()));
    }

    List<TaskDetails.ClassScore> scores() {
        List<TaskDetails.ClassScore> scores = new ArrayList<>();
        for (int k = 0; k < CLASSES; k++) {
            double hits = confusion[k][k];
            long there = confusion[k][0] + confusion[k][1] + confusion[k][UP];
            long said = confusion[0][k] + confusion[1][k] + confusion[UP][k];
            scores.add(new TaskDetails.ClassScore(
                    NAMES.get(k),
                    there,
                    TradingMetrics.defined(hits / said),
                    TradingMetrics.defined(hits / there),
                    TradingMetrics.defined(2 * hits / (said + there))));
        }
        return scores;
    }

    Double macroF1() {
        return macro(scores().stream().map(TaskDetails.ClassScore::f1).toList());
    }

    static Double macro(List<Double> values) {
        return values.stream().mapToDouble(value -> value == null ? 0 : value).sum() / values.size();
    }

    private double logLoss() {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum -= Math.log(Math.max(SMALLEST, probabilities[i][actual[i] + 1]));
        }
        return sum / actual.length;
    }

    /** Brier's own score of 1950 over all classes: 0 to 2. */
    private double brier() {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int k = 0; k < CLASSES; k++) {
                double error = probabilities[i][k] - (k == actual[i] + 1 ? 1 : 0);
                sum += error * error;
            }
        }
        return sum / actual.length;
    }

    /** Of the likeliest class. */
    private double calibrationError() {
        double[] gaps = new double[BINS];
        for (int i = 0; i < actual.length; i++) {
            double claimed = probabilities[i][forecast[i] + 1];
            int bin = Math.min(BINS - 1, (int) (claimed * BINS));
            gaps[bin] += claimed - (forecast[i] == actual[i] ? 1 : 0);
        }
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.abs(gap);
        }
        return sum / actual.length;
    }
}

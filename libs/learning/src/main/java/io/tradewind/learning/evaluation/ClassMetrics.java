package io.tradewind.learning.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Metrics of forecasts of "up" against what happened; "up" is the positive class. Undefined ones are null. */
record ClassMetrics(
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        List<List<Long>> confusion,
        @Nullable Double auc,
        @Nullable Double logLoss,
        @Nullable Double brier,
        @Nullable Double calibrationError) {

    private static final int CALIBRATION_BINS = 10;
    private static final double SMALLEST = 1e-12;

    /**
     * The metrics.
     *
     * @param probabilities whether {@code scores} are P(up); otherwise they only rank rows
     */
    static ClassMetrics of(boolean probabilities, int[] directions, double[] scores, boolean[] up) {
        long[][] confusion = confusion(directions, up);
        double hits = confusion[1][1];
        double precision = hits / (hits + confusion[0][1]);
        double recall = hits / (hits + confusion[1][0]);
        return new ClassMetrics(
                TradingMetrics.defined(precision),
                TradingMetrics.defined(recall),
                TradingMetrics.defined(2 * precision * recall / (precision + recall)),
                List.of(List.of(confusion[0][0], confusion[0][1]), List.of(confusion[1][0], confusion[1][1])),
                TradingMetrics.defined(auc(scores, up)),
                probabilities ? TradingMetrics.defined(logLoss(scores, up)) : null,
                probabilities ? TradingMetrics.defined(brier(scores, up)) : null,
                probabilities ? TradingMetrics.defined(calibrationError(scores, up)) : null);
    }

    private static long[][] confusion(int[] directions, boolean[] up) {
        long[][] counts = new long[2][2];
        for (int i = 0; i < up.length; i++) {
            if (directions[i] != 0) {
                counts[up[i] ? 1 : 0][directions[i] > 0 ? 1 : 0]++;
            }
        }
        return counts;
    }

    /** Area under the ROC curve by ranks, ties sharing theirs (Mann-Whitney); NaN with one class only. */
    static double auc(double[] scores, boolean[] up) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long ups = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                rankSum += up[order[i]] ? rank : 0;
                ups += up[order[i]] ? 1 : 0;
            }
            from = to;
        }
        long downs = order.length - ups;
        return (rankSum - ups * (ups + 1) / 2.0) / ((double) ups * downs);
    }

    static double logLoss(double[] probabilities, boolean[] up) {
        double sum = 0;
        for (int i = 0; i < up.length; i++) {
            double right = up[i] ? probabilities[i] : 1 - probabilities[i];
            sum -= Math.log(Math.max(SMALLEST, right));
        }
        return sum / up.length;
    }

    static double brier(double[] probabilities, boolean[] up) {
        double sum = 0;
        for (int i = 0; i < up.length; i++) {
            double error = probabilities[i] - (up[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / up.length;
    }

    /** Mean over rows of the distance between probability and frequency in bins of equal width (Guo et al. 2017). */
    static double calibrationError(double[] probabilities, boolean[] up) {
        double[] claimed = new double[CALIBRATION_BINS];
        double[] happened = new double[CALIBRATION_BINS];
        for (int i = 0; i < up.length; i++) {
            int bin = Math.min(CALIBRATION_BINS - 1, (int) (probabilities[i] * CALIBRATION_BINS));
            claimed[bin] += probabilities[i];
            happened[bin] += up[i] ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < CALIBRATION_BINS; bin++) {
            sum += Math.abs(claimed[bin] - happened[bin]);
        }
        return sum / up.length;
    }
}

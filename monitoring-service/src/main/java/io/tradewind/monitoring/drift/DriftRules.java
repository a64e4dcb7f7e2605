package io.tradewind.monitoring.drift;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/** Distances between distributions on the same bins. */
final class DriftRules {

    // An empty bin would make the index infinite; the floor is Evidently's.
    private static final double EMPTY_SHARE = 1e-4;

    private DriftRules() {}

    /**
     * Population stability index: sum of (current - reference) * ln(current / reference) over the bins. 0 for equal
     * distributions; by convention below 0.1 is stable and above 0.25 has shifted. Without any shift it is about (bins -
     * 1) / rows, so it means nothing for few rows.
     *
     * @param reference share of each bin in the reference, adding up to 1
     * @param counts how many current values fell into each bin, not all of them 0
     */
    static double psi(double[] reference, long[] counts) {
        if (reference.length != counts.length) {
            throw new IllegalArgumentException(
                    "as many counts as shares are needed, were " + counts.length + " and " + reference.length);
        }
        long rows = 0;
        for (long count : counts) {
            rows += count;
        }
        if (rows == 0) {
            throw new IllegalArgumentException("at least one value is needed");
        }
        double psi = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double expected = Math.max(EMPTY_SHARE, reference[bin]);
            double actual = Math.max(EMPTY_SHARE, (double) counts[bin] / rows);
            psi += (actual - expected) * Math.log(actual / expected);
        }
        return psi;
    }

    /** Mean of the columns' scores; null without any. */
    static @Nullable Double mean(Collection<Double> scores) {
        return scores.isEmpty()
                ? null
                : (Double) scores.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
    }

    /** How far live accuracy has fallen below the evaluation's, in accuracy points; 0 when it has not. */
    static double performanceDrop(double evaluationAccuracy, double liveAccuracy) {
        return Math.max(0, evaluationAccuracy - liveAccuracy);
    }
}

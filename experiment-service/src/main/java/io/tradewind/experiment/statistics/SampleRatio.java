package io.tradewind.experiment.statistics;

import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square test that units arrived in the arms as their weights say (Fabijan et al., KDD 2019).
 *
 * @param statistic Pearson's chi-square
 * @param pValue small when assignment, logging or joining is broken
 */
public record SampleRatio(double statistic, double pValue) {

    /** Below this the experiment's numbers are not to be trusted; customary in the field. */
    public static final double ALARM = 0.001;

    /**
     * Compares counts with weights.
     *
     * @param units units seen per arm
     * @param weights share of each arm, adding up to 1
     */
    public static SampleRatio of(List<Long> units, List<Double> weights) {
        long total = units.stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return new SampleRatio(0, 1);
        }
        double statistic = 0;
        for (int i = 0; i < units.size(); i++) {
            double expected = total * weights.get(i);
            statistic += Math.pow(units.get(i) - expected, 2) / expected;
        }
        double pValue = ChiSquaredDistribution.of(units.size() - 1.0).survivalProbability(statistic);
        return new SampleRatio(statistic, pValue);
    }

    /** Whether the split is beyond what chance explains. */
    public boolean mismatch() {
        return pValue < ALARM;
    }
}

package io.tradewind.experiment.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Mean per observation of a sample whose observations come in clusters, such as all predictions for one user: clusters are
 * independent of each other, the observations in one are not.
 *
 * <p>The mean is the ratio of two sums over clusters, and its variance that of a ratio by the delta method (Deng, Knoblich,
 * Lu: Applying the Delta Method in Metric Analytics, KDD 2018, section 3.1), with the degrees of freedom of the clusters.
 * Clusters of one observation each give the figures of {@link Moments}. Not for fewer than about 20 clusters in an arm,
 * where intervals come out too narrow.
 *
 * @param clusters with at least one observation
 * @param size sum of the clusters' numbers of observations
 * @param sum of the clusters' sums of values
 * @param sizeSquares sum of squared numbers of observations
 * @param sumSquares sum of squared sums of values
 * @param products sum of number of observations times sum of values
 */
public record ClusteredMean(
        long clusters, double size, double sum, double sizeSquares, double sumSquares, double products) {

    /** Mean per observation; NaN without any. */
    public double mean() {
        return sum / size;
    }

    /** Squared standard error of the mean; NaN for fewer than two clusters. */
    public double squaredError() {
        if (clusters < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double residuals = Math.max(0, sumSquares - 2 * mean * products + mean * mean * sizeSquares);
        return residuals * clusters / (clusters - 1) / (size * size);
    }

    /**
     * Confidence interval of the mean.
     *
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException for fewer than two clusters
     */
    public Interval interval(double confidence) {
        requireTwo(clusters);
        double half = quantile(clusters - 1.0, confidence) * Math.sqrt(squaredError());
        return new Interval(mean() - half, mean() + half);
    }

    /**
     * Welch's t-test of two such means, degrees of freedom by Welch and Satterthwaite from the numbers of clusters.
     *
     * @throws IllegalArgumentException when an arm has fewer than two clusters
     */
    public Comparison against(ClusteredMean control, double confidence) {
        requireTwo(clusters);
        requireTwo(control.clusters);
        double mine = squaredError();
        double other = control.squaredError();
        double effect = mean() - control.mean();
        Double relative = Comparison.relative(effect, control.mean());
        if (mine + other == 0) {
            // Without any spread the test has nothing to measure by: no evidence is claimed.
            return new Comparison(
                    0, clusters + control.clusters - 2.0, 1, effect, relative, new Interval(effect, effect));
        }
        double error = Math.sqrt(mine + other);
        double degrees =
                Math.pow(mine + other, 2) / (mine * mine / (clusters - 1) + other * other / (control.clusters - 1));
        double statistic = effect / error;
        double pValue = Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(statistic)));
        double half = quantile(degrees, confidence) * error;
        return new Comparison(statistic, degrees, pValue, effect, relative, new Interval(effect - half, effect + half));
    }

    private static double quantile(double degrees, double confidence) {
        return TDistribution.of(degrees).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private static void requireTwo(long clusters) {
        if (clusters < 2) {
            throw new IllegalArgumentException("the spread of clusters needs two of them, had " + clusters);
        }
    }
}

package io.tradewind.experiment.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Count, sum and sum of squares of a sample: enough for its mean and variance, and additive over samples.
 *
 * <p>Not for values whose mean is many times their spread, where the difference of sums cancels.
 */
public record Moments(long n, double sum, double sumOfSquares) {

    /** Arithmetic mean; NaN for an empty sample. */
    public double mean() {
        return sum / n;
    }

    /** Unbiased sample variance; NaN for fewer than two values. */
    public double variance() {
        return n < 2 ? Double.NaN : Math.max(0, (sumOfSquares - sum * sum / n) / (n - 1));
    }

    /** Square root of {@link #variance()}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Statistics of both samples taken together. */
    public Moments plus(Moments other) {
        return new Moments(n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares);
    }

    /**
     * Welch's t-test of two means with the Welch-Satterthwaite degrees of freedom (Welch 1947).
     *
     * <p>Values must be independent; returns over overlapping horizons are not, and make it too sure of itself.
     *
     * @throws IllegalArgumentException when an arm has fewer than two values
     */
    public Comparison against(Moments control, double confidence) {
        if (n < 2 || control.n < 2) {
            throw new IllegalArgumentException(
                    "Welch's test needs two values in each arm, had " + n + " and " + control.n);
        }
        double mine = variance() / n;
        double other = control.variance() / control.n;
        double error = Math.sqrt(mine + other);
        double effect = mean() - control.mean();
        if (error == 0) {
            return withoutSpread(control, effect);
        }
        double degrees = Math.pow(mine + other, 2) / (mine * mine / (n - 1) + other * other / (control.n - 1));
        TDistribution distribution = TDistribution.of(degrees);
        double statistic = effect / error;
        double half = distribution.inverseSurvivalProbability((1 - confidence) / 2) * error;
        return new Comparison(
                statistic,
                degrees,
                Math.min(1, 2 * distribution.survivalProbability(Math.abs(statistic))),
                effect,
                Comparison.relative(effect, control.mean()),
                new Interval(effect - half, effect + half));
    }

    /** Without any spread the test has nothing to measure by: no evidence is claimed. */
    private Comparison withoutSpread(Moments control, double effect) {
        return new Comparison(
                0,
                n + control.n - 2.0,
                1,
                effect,
                Comparison.relative(effect, control.mean()),
                new Interval(effect, effect));
    }
}

package io.tradewind.experiment.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Successes among trials.
 *
 * @param successes at least 0 and at most {@code trials}
 */
public record Proportion(long successes, long trials) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must lie between 0 and " + trials + ", was " + successes);
        }
    }

    /** Share of successes in [0, 1]; NaN without trials. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * Wilson score interval of the share (Wilson 1927); unlike Wald's it holds near 0 and 1.
     *
     * @param confidence in (0, 1), such as 0.95
     */
    public Interval interval(double confidence) {
        double z = quantile(confidence);
        double n = trials;
        double centre = (value() + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(value() * (1 - value()) / n + z * z / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Pearson's chi-square test of two shares, one degree of freedom, without continuity correction; the interval of the
     * difference is Newcombe's hybrid score interval (Newcombe 1998, method 10).
     *
     * <p>Not for fewer than about five expected successes or failures in an arm.
     */
    public Comparison against(Proportion control, double confidence) {
        double a = successes;
        double b = trials - successes;
        double c = control.successes;
        double d = control.trials - control.successes;
        double margins = (a + b) * (c + d) * (a + c) * (b + d);
        double statistic = margins == 0 ? 0 : (a + b + c + d) * Math.pow(a * d - b * c, 2) / margins;
        double effect = value() - control.value();
        return new Comparison(
                statistic,
                1,
                ONE_DEGREE.survivalProbability(statistic),
                effect,
                Comparison.relative(effect, control.value()),
                difference(control, effect, confidence));
    }

    private Interval difference(Proportion control, double effect, double confidence) {
        Interval mine = interval(confidence);
        Interval other = control.interval(confidence);
        double below = Math.hypot(value() - mine.lower(), other.upper() - control.value());
        double above = Math.hypot(mine.upper() - value(), control.value() - other.lower());
        return new Interval(effect - below, effect + above);
    }

    private static double quantile(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }
}

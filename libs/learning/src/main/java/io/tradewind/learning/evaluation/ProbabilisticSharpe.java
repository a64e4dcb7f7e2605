package io.tradewind.learning.evaluation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure a Sharpe ratio is, given the length, skew and kurtosis of the returns and how many models were tried.
 * Not for returns that overlap: their number is not the number of independent ones.
 */
public final class ProbabilisticSharpe {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double EULER = 0.5772156649015329;
    private static final int FEWEST = 3;

    private ProbabilisticSharpe() {}

    /**
     * Probability that the true Sharpe ratio per period exceeds a benchmark (Bailey and Lopez de Prado 2012, eq. 11).
     *
     * @param benchmark Sharpe ratio per period, not annualised
     */
    public static double of(double[] returns, double benchmark) {
        int n = returns.length;
        double deviation = n < FEWEST ? Double.NaN : TradingMetrics.deviation(returns);
        if (Double.isNaN(deviation)) {
            return Double.NaN;
        }
        double mean = TradingMetrics.mean(returns);
        double sharpe = mean / deviation;
        double third = 0;
        double fourth = 0;
        double second = 0;
        for (double value : returns) {
            double centred = value - mean;
            second += centred * centred / n;
            third += centred * centred * centred / n;
            fourth += centred * centred * centred * centred / n;
        }
        double skew = third / Math.pow(second, 1.5);
        double kurtosis = fourth / (second * second);
        return probability(sharpe, benchmark, n, skew, kurtosis);
    }

    static double probability(double sharpe, double benchmark, int n, double skew, double kurtosis) {
        double variance = 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        return NORMAL.cumulativeProbability((sharpe - benchmark) * Math.sqrt(n - 1.0) / Math.sqrt(variance));
    }

    /**
     * The same against the Sharpe ratio that the best of so many worthless trials is expected to show (Bailey and Lopez de
     * Prado 2014, "The Deflated Sharpe Ratio", eq. 1 and 2).
     *
     * @param trials models that were tried, at least 1
     * @param varianceOfTrials variance of their Sharpe ratios per period
     */
    public static double deflated(double[] returns, int trials, double varianceOfTrials) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be >= 1, was " + trials);
        }
        return of(returns, trials == 1 ? 0 : expectedMaximum(trials, varianceOfTrials));
    }

    /**
     * The same where the other trials' Sharpe ratios are not at hand: worthless ones scatter around 0 with a variance of
     * {@code 1 / (n - 1)} (Lo 2002, at a Sharpe ratio of 0).
     */
    public static double deflated(double[] returns, int trials) {
        return deflated(returns, trials, 1.0 / Math.max(1, returns.length - 1));
    }

    static double expectedMaximum(int trials, double variance) {
        double first = NORMAL.inverseCumulativeProbability(1 - 1.0 / trials);
        double second = NORMAL.inverseCumulativeProbability(1 - 1.0 / (trials * Math.E));
        return Math.sqrt(variance) * ((1 - EULER) * first + EULER * second);
    }
}

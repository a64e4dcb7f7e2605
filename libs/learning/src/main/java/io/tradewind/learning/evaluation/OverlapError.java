package io.tradewind.learning.evaluation;

/**
 * Standard error of a mean whose values overlap, by Newey and West (1987) with Bartlett weights over the overlap. Horizons of h
 * bars share h - 1 of them, so neighbouring scores are not independent.
 */
final class OverlapError {

    private OverlapError() {}

    /**
     * Standard error of the mean.
     *
     * @param overlap how many following values a value shares bars with
     */
    static double of(double[] values, int overlap) {
        int n = values.length;
        if (n < 2) {
            return Double.NaN;
        }
        double mean = TradingMetrics.mean(values);
        double variance = covariance(values, mean, 0);
        for (int lag = 1; lag <= Math.min(overlap, n - 1); lag++) {
            double weight = 1 - lag / (overlap + 1.0);
            variance += 2 * weight * covariance(values, mean, lag);
        }
        return Math.sqrt(Math.max(0, variance) / n);
    }

    private static double covariance(double[] values, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / values.length;
    }
}

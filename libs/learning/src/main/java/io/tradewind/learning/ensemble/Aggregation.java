package io.tradewind.learning.ensemble;

import java.util.List;

/**
 * How the outputs of a bundle's members become the bundle's own; part of its manifest.
 *
 * @param weights one per member, none negative, summing to one
 * @param coefficients stacking: for each output an intercept and one factor per member, else empty
 */
public record Aggregation(Method method, List<Double> weights, List<List<Double>> coefficients) {

    /** The rules there are. */
    public enum Method {
        /** Weighted mean of each output. */
        WEIGHTED_MEAN,
        /** Weighted median of each output; class probabilities are divided by their sum afterwards. One wild member moves nothing. */
        MEDIAN,
        /**
         * Members vote with their weights: for the class or for each label the share of votes is its probability; for returns the side
         * with more votes wins and the weighted mean of its members is the value.
         */
        VOTE,
        /** A ridge regression on members' forecasts for rows that they were not fitted on, drawn towards the weighted mean. */
        STACKING
    }

    private static final double TOLERANCE = 1e-9;

    public Aggregation {
        weights = List.copyOf(weights);
        coefficients = coefficients.stream().map(List::copyOf).toList();
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weights must be >= 0, were " + weights);
            }
            sum += weight;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("weights must sum to 1, were " + weights);
        }
        requireShape(method, weights.size(), coefficients);
    }

    private static void requireShape(Method method, int members, List<List<Double>> coefficients) {
        if ((method == Method.STACKING) == coefficients.isEmpty()) {
            throw new IllegalArgumentException("coefficients must be given for STACKING and for nothing else");
        }
        for (List<Double> row : coefficients) {
            if (row.size() != members + 1 || !row.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "coefficients must be an intercept and %d finite factors, were %s".formatted(members, row));
            }
        }
    }

    /** A rule without coefficients; weights are divided by their sum. */
    public static Aggregation of(Method method, List<Double> weights) {
        return new Aggregation(method, shares(weights), List.of());
    }

    /** Weights divided by their sum. */
    public static List<Double> shares(List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weights.stream().map(weight -> weight / sum).toList();
    }
}

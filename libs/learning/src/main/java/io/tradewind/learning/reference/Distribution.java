package io.tradewind.learning.reference;

import java.util.List;

/**
 * The distribution of one feature or output in the training data.
 *
 * <p>{@code edges} are the rising inner borders of the bins, about deciles of the data and never one of its values; bin {@code k} of
 * {@code edges.size() + 1} holds the values above {@code edges[k - 1]} and at most {@code edges[k]}, so the first and the
 * last bin are open and every finite value has one.
 *
 * @param count finite values
 * @param standardDeviation of the sample (n - 1)
 * @param missing NaN or infinite values
 * @param shares share of the finite values in each bin; they sum to 1
 */
public record Distribution(
        String name,
        long count,
        double mean,
        double standardDeviation,
        double min,
        double max,
        long missing,
        List<Double> edges,
        List<Double> shares) {

    public Distribution {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 1) {
            throw new IllegalArgumentException(
                    "shares of %s must number %d, were %d".formatted(name, edges.size() + 1, shares.size()));
        }
    }

    /** The bin a finite value falls into, 0 to {@code edges.size()}. */
    public int bin(double value) {
        int low = 0;
        int high = edges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

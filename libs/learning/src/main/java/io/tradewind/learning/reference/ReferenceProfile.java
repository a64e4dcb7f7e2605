package io.tradewind.learning.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the model saw and said while it was made: the yardstick of drift; {@code reference.json} of a bundle.
 *
 * @param features the newest row of each training window, before scaling
 * @param outputs the calibrated outputs on validation rows, which training never fitted
 */
public record ReferenceProfile(List<Distribution> features, List<Distribution> outputs) {

    private static final int BINS = 10;

    /** Somewhat above a 32-bit float's. */
    private static final double ROUNDING = 1e-6;

    public ReferenceProfile {
        features = List.copyOf(features);
        outputs = List.copyOf(outputs);
    }

    /** The distribution of those values; NaN and infinities only count as missing. */
    public static Distribution distribution(String name, double[] values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int missing = values.length - finite.length;
        if (finite.length == 0) {
            return new Distribution(
                    name, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, missing, List.of(), List.of(1.0));
        }
        double mean = Arrays.stream(finite).average().orElseThrow();
        List<Double> edges = edges(finite);
        return new Distribution(
                name,
                finite.length,
                mean,
                deviation(finite, mean),
                finite[0],
                finite[finite.length - 1],
                missing,
                edges,
                shares(finite, edges));
    }

    private static double deviation(double[] values, double mean) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /**
     * Deciles without repeats, each midway to the next larger value: rows are trained on as 32-bit floats and observed later as
     * doubles, and an edge on a value itself would sort the two into different bins. A feature with few distinct values gets
     * fewer bins, a constant one gets three: itself and what is smaller or larger.
     */
    private static List<Double> edges(double[] sorted) {
        double largest = sorted[sorted.length - 1];
        if (sorted[0] == largest) {
            double margin = Math.max(Math.abs(largest) * ROUNDING, Double.MIN_NORMAL);
            return List.of(Math.max(-Double.MAX_VALUE, largest - margin), Math.min(Double.MAX_VALUE, largest + margin));
        }
        List<Double> edges = new ArrayList<>();
        for (int bin = 1; bin < BINS; bin++) {
            int next = firstAbove(sorted, (int) ((long) bin * sorted.length / BINS));
            if (next < sorted.length) {
                double edge = sorted[next - 1] / 2 + sorted[next] / 2;
                boolean rising = edges.isEmpty() || edge > edges.get(edges.size() - 1);
                if (rising) {
                    edges.add(edge);
                }
            }
        }
        return edges;
    }

    private static int firstAbove(double[] sorted, int index) {
        int next = index;
        while (next < sorted.length && sorted[next] == sorted[index]) {
            next++;
        }
        return next;
    }

    private static List<Double> shares(double[] sorted, List<Double> edges) {
        long[] counts = new long[edges.size() + 1];
        int bin = 0;
        for (double value : sorted) {
            while (bin < edges.size() && value > edges.get(bin)) {
                bin++;
            }
            counts[bin]++;
        }
        List<Double> shares = new ArrayList<>();
        for (long count : counts) {
            shares.add((double) count / sorted.length);
        }
        return shares;
    }
}

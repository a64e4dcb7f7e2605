package io.tradewind.monitoring.drift;

import java.util.Arrays;

import io.tradewind.learning.reference.Distribution;

/**
 * Reference distribution of one feature or output. Its last bin is for missing values, the others lie between its edges;
 * what is smaller or larger than anything in training falls into the first or last of those.
 *
 * @param innerEdges edges between neighbouring bins, ascending: one less than there are bins for values
 * @param shares share of each bin, that of missing values last
 */
record ReferenceColumn(String name, double[] innerEdges, double[] shares) {

    ReferenceColumn {
        if (shares.length != innerEdges.length + 2) {
            throw new IllegalArgumentException("reference of " + name + " has " + innerEdges.length
                    + " inner edges, which needs " + (innerEdges.length + 2) + " shares, but has " + shares.length);
        }
    }

    int bins() {
        return shares.length;
    }

    /** The reference of a column of a bundle's profile. */
    static ReferenceColumn of(Distribution distribution) {
        double[] edges =
                distribution.edges().stream().mapToDouble(Double::doubleValue).toArray();
        double present = distribution.count();
        double all = present + distribution.missing();
        double[] shares = new double[edges.length + 2];
        for (int bin = 0; bin <= edges.length; bin++) {
            shares[bin] = all == 0 ? 0 : distribution.shares().get(bin) * present / all;
        }
        shares[edges.length + 1] = all == 0 ? 1 : distribution.missing() / all;
        return new ReferenceColumn(distribution.name(), edges, shares);
    }

    /** Bin of a value; as in {@link Distribution}, bins include their upper edge. */
    int bin(double value) {
        if (!Double.isFinite(value)) {
            return shares.length - 1;
        }
        int found = Arrays.binarySearch(innerEdges, value);
        return found >= 0 ? found : -found - 1;
    }

    double psi(long[] counts, int offset) {
        return DriftRules.psi(shares, Arrays.copyOfRange(counts, offset, offset + bins()));
    }
}

package io.tradewind.learning.tree;

import org.jspecify.annotations.Nullable;

/**
 * LightGBM trees in one array per node property, walked as the library does: values are compared as doubles, at most the
 * threshold goes left; which values are missing and where they go is the node's own affair; categorical nodes look the value up in
 * a bit set. With classes, the trees of a round stand one after the other, one per class. Complete rows take a faster way through
 * models without categories and without zeros that mean missing.
 */
final class LightgbmTrees implements TreeEnsemble {

    /** What counts as missing at a node. */
    static final int MISSING_NONE = 0;

    static final int MISSING_ZERO = 1;
    static final int MISSING_NAN = 2;

    /** The library's own threshold below which a value is zero. */
    private static final double ZERO = 1e-35f;

    private static final int BITS = 32;

    private final int features;
    private final int[] roots;
    private final LightgbmNodes nodes;
    private final LightgbmResponse.Kind response;
    private final double steepness;
    private final boolean averaged;
    private final int outputs;
    private final CompleteRowWalk @Nullable [] walks;

    LightgbmTrees(int features, int[] roots, LightgbmNodes nodes, LightgbmResponse how) {
        this.features = features;
        this.roots = roots;
        this.nodes = nodes;
        this.response = how.response();
        this.steepness = how.steepness();
        this.averaged = how.averaged();
        this.outputs = how.outputs();
        this.walks = plain(nodes) ? CompleteRowWalk.ofDoubles(roots, outputs, new Source(nodes)) : null;
    }

    private static boolean plain(LightgbmNodes nodes) {
        for (int node = 0; node < nodes.feature().length; node++) {
            boolean inner = nodes.feature()[node] >= 0;
            if (inner && (nodes.setFrom()[node] >= 0 || nodes.missing()[node] == MISSING_ZERO)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int trees() {
        return roots.length;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public double score(double[] rows, int offset) {
        double value = sum(0, rows, offset);
        return response == LightgbmResponse.Kind.LOGISTIC ? 1 / (1 + Math.exp(-steepness * value)) : value;
    }

    @Override
    public void scores(double[] rows, int offset, double[] target, int at) {
        if (outputs == 1) {
            target[at] = score(rows, offset);
            return;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            target[at + k] = sum(k, rows, offset);
            largest = Math.max(largest, target[at + k]);
        }
        double total = 0;
        for (int k = at; k < at + outputs; k++) {
            target[k] = Math.exp(target[k] - largest);
            total += target[k];
        }
        for (int k = at; k < at + outputs; k++) {
            target[k] /= total;
        }
    }

    /** Leaf values of one output's trees: random forests average them, boosted ones add them up. */
    private double sum(int output, double[] rows, int offset) {
        double sum = 0;
        if (walks != null && CompleteRowWalk.complete(rows, offset, features)) {
            sum = walks[output].sum(0, rows, offset);
        } else {
            for (int tree = output; tree < roots.length; tree += outputs) {
                sum += leaf(roots[tree], rows, offset);
            }
        }
        return averaged ? sum * outputs / roots.length : sum;
    }

    private double leaf(int root, double[] rows, int offset) {
        int[] feature = nodes.feature();
        int node = root;
        while (feature[node] >= 0) {
            double value = rows[offset + feature[node]];
            node = left(node, value) ? nodes.left()[node] : nodes.right()[node];
        }
        return nodes.threshold()[node];
    }

    private boolean left(int node, double value) {
        int from = nodes.setFrom()[node];
        if (from >= 0) {
            return inSet(value, from, nodes.setTo()[node]);
        }
        double known = value;
        int missing = nodes.missing()[node];
        if (value != value && missing != MISSING_NAN) {
            known = 0;
        }
        boolean zeroMissing = missing == MISSING_ZERO && known >= -ZERO && known <= ZERO;
        if (zeroMissing || (missing == MISSING_NAN && known != known)) {
            return nodes.defaultLeft()[node];
        }
        return known <= nodes.threshold()[node];
    }

    private boolean inSet(double value, int from, int to) {
        // Anything that is no whole number of a category, NaN among it, is in no set.
        if (!(value > -1 && value < Integer.MAX_VALUE)) {
            return false;
        }
        int category = (int) value;
        int word = from + category / BITS;
        return word < to && (nodes.sets()[word] >>> (category % BITS) & 1) == 1;
    }

    @Override
    public double[] gains() {
        double[] gains = new double[features];
        for (int node = 0; node < nodes.feature().length; node++) {
            if (nodes.feature()[node] >= 0) {
                gains[nodes.feature()[node]] += nodes.gain()[node];
            }
        }
        return gains;
    }

    private record Source(LightgbmNodes all) implements CompleteRowWalk.Source {

        @Override
        public int nodes() {
            return all.feature().length;
        }

        @Override
        public int feature(int node) {
            return all.feature()[node];
        }

        @Override
        public double bound(int node) {
            // The threshold itself goes left too.
            return Math.nextUp(all.threshold()[node]);
        }

        @Override
        public double leaf(int node) {
            return all.threshold()[node];
        }

        @Override
        public int left(int node) {
            return all.left()[node];
        }

        @Override
        public int right(int node) {
            return all.right()[node];
        }
    }
}

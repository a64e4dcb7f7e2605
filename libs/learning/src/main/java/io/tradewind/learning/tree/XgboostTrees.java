package io.tradewind.learning.tree;

/**
 * XGBoost trees in one array per node property, walked as the library does: values are compared as 32-bit floats, smaller goes
 * left, missing goes the node's default way, leaf values are added up as 32-bit floats in tree order. With classes, the trees of
 * a round stand one after the other, one per class. Rows without missing values take a faster way to the same leaves.
 */
final class XgboostTrees implements TreeEnsemble {

    private final int features;
    private final int[] roots;
    private final XgboostNodes nodes;
    private final float[] baseMargins;
    private final boolean logistic;
    private final CompleteRowWalk[] walks;

    /** With one base margin per output; several outputs are classes. */
    XgboostTrees(int features, int[] roots, XgboostNodes nodes, float[] baseMargins, boolean logistic) {
        this.features = features;
        this.roots = roots;
        this.nodes = nodes;
        this.baseMargins = baseMargins;
        this.logistic = logistic;
        this.walks = CompleteRowWalk.ofFloats(roots, baseMargins.length, new Source(nodes));
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
        return baseMargins.length;
    }

    @Override
    public void scores(double[] rows, int offset, double[] target, int at) {
        int classes = baseMargins.length;
        if (classes == 1) {
            target[at] = score(rows, offset);
            return;
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            float margin = margin(k, rows, offset);
            target[at + k] = margin;
            largest = Math.max(largest, margin);
        }
        // As the library: exponentials as 32-bit floats, their sum as a double, the quotient as a float again.
        double sum = 0;
        for (int k = at; k < at + classes; k++) {
            target[k] = (float) Math.exp((float) target[k] - largest);
            sum += target[k];
        }
        for (int k = at; k < at + classes; k++) {
            target[k] = (float) target[k] / (float) sum;
        }
    }

    @Override
    public double score(double[] rows, int offset) {
        float margin = margin(0, rows, offset);
        // The library evaluates its logistic in 32-bit floats; the cast keeps the two within one rounding.
        return logistic ? (float) (1 / (1 + Math.exp(-margin))) : margin;
    }

    /** The base margin plus the leaves of one output's trees. */
    private float margin(int output, double[] rows, int offset) {
        if (CompleteRowWalk.complete(rows, offset, features)) {
            return (float) walks[output].sum(baseMargins[output], rows, offset);
        }
        float margin = baseMargins[output];
        for (int tree = output; tree < roots.length; tree += baseMargins.length) {
            margin += leaf(roots[tree], rows, offset);
        }
        return margin;
    }

    private float leaf(int root, double[] rows, int offset) {
        int[] feature = nodes.feature();
        float[] threshold = nodes.threshold();
        int node = root;
        while (feature[node] >= 0) {
            float value = (float) rows[offset + feature[node]];
            boolean left = value < threshold[node];
            if (value != value) {
                left = nodes.defaultLeft()[node];
            }
            node = left ? nodes.left()[node] : nodes.right()[node];
        }
        return threshold[node];
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

    /**
     * The double below which exactly those doubles lie that are below {@code threshold} once rounded to a float: half-way between
     * the threshold and the float before it, where the half-way value itself rounds to the even one of the two.
     */
    static double bound(float threshold) {
        if (threshold == Float.POSITIVE_INFINITY) {
            return Float.MAX_VALUE + Math.ulp(Float.MAX_VALUE) / 2.0;
        }
        float before = Math.nextDown(threshold);
        double half = before == Float.NEGATIVE_INFINITY
                ? -(Float.MAX_VALUE + Math.ulp(Float.MAX_VALUE) / 2.0)
                : ((double) before + threshold) / 2;
        return (float) half < threshold ? Math.nextUp(half) : half;
    }

    private record Source(XgboostNodes all) implements CompleteRowWalk.Source {

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
            return XgboostTrees.bound(all.threshold()[node]);
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

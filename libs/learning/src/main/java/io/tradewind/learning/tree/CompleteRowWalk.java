package io.tradewind.learning.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Walks trees over rows without missing values, without a branch that depends on the data: a step adds the sign bit of
 * {@code value - bound} to the number of the node's right child, whose left sibling is the next node, and a leaf leads to itself.
 * Eight trees are walked side by side, each as deep as the deepest of them, so that one waits for memory while others compute. The
 * branchy walk spends most of its time on mispredicted turns.
 */
final class CompleteRowWalk {

    private static final int LANES = 8;
    private static final int FEATURE_SHIFT = 32;
    private static final int SIGN_SHIFT = 63;

    /** Values below it go left; negative infinity at leaves. */
    private final double[] bounds;

    /** Feature in the upper half, right child in the lower. */
    private final long[] links;

    private final double[] leaves;
    private final int[] roots;
    private final int[] depths;
    private final boolean floats;

    private CompleteRowWalk(Layout layout, int[] roots, int[] depths, boolean floats) {
        this.bounds = Arrays.copyOf(layout.bounds, layout.next);
        this.links = Arrays.copyOf(layout.links, layout.next);
        this.leaves = Arrays.copyOf(layout.leaves, layout.next);
        this.roots = roots;
        this.depths = depths;
        this.floats = floats;
    }

    /** Nodes as a model file has them. */
    interface Source {

        /** Nodes there are. */
        int nodes();

        /** Split feature, -1 at a leaf. */
        int feature(int node);

        /** A row goes left if its value, as a double, is below this. */
        double bound(int node);

        double leaf(int node);

        int left(int node);

        int right(int node);
    }

    /** A walk per output, each over every so-manieth tree, whose leaves are added up in order and rounded to floats. */
    static CompleteRowWalk[] ofFloats(int[] roots, int outputs, Source source) {
        CompleteRowWalk[] walks = new CompleteRowWalk[outputs];
        Arrays.setAll(walks, output -> of(source, every(roots, output, outputs), true));
        return walks;
    }

    /** As {@link #ofFloats}, added up as doubles, shallow trees first so that trees of like depth are walked together. */
    static CompleteRowWalk[] ofDoubles(int[] roots, int outputs, Source source) {
        CompleteRowWalk[] walks = new CompleteRowWalk[outputs];
        Arrays.setAll(walks, output -> {
            int[] sorted = Arrays.stream(every(roots, output, outputs))
                    .boxed()
                    .sorted(Comparator.comparingInt(root -> depth(root, source)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return of(source, sorted, false);
        });
        return walks;
    }

    private static int[] every(int[] roots, int first, int step) {
        return IntStream.range(0, roots.length)
                .filter(tree -> tree % step == first)
                .map(tree -> roots[tree])
                .toArray();
    }

    private static int depth(int node, Source source) {
        return source.feature(node) < 0
                ? 0
                : 1 + Math.max(depth(source.left(node), source), depth(source.right(node), source));
    }

    private static CompleteRowWalk of(Source source, int[] roots, boolean floats) {
        Layout layout = new Layout(source);
        int lanes = (roots.length + LANES - 1) / LANES * LANES;
        int[] places = new int[lanes];
        int[] depths = new int[lanes / LANES];
        // Idle lanes walk an extra leaf worth nothing.
        layout.leaf(0, 0);
        for (int tree = 0; tree < roots.length; tree++) {
            places[tree] = layout.next;
            depths[tree / LANES] = Math.max(depths[tree / LANES], layout.place(roots[tree]));
        }
        return new CompleteRowWalk(layout, places, depths, floats);
    }

    /** Whether a row can be walked: every value is finite. */
    static boolean complete(double[] rows, int offset, int length) {
        boolean complete = true;
        for (int i = offset; i < offset + length; i++) {
            complete &= Math.abs(rows[i]) <= Double.MAX_VALUE;
        }
        return complete;
    }

    /** The start plus all trees' leaves. */
    double sum(double start, double[] rows, int offset) {
        double sum = start;
        for (int group = 0, tree = 0; group < depths.length; group++, tree += LANES) {
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            int e = roots[tree + 4];
            int f = roots[tree + 5];
            int g = roots[tree + 6];
            int h = roots[tree + 7];
            for (int steps = depths[group]; steps > 0; steps--) {
                a = next(a, rows, offset);
                b = next(b, rows, offset);
                c = next(c, rows, offset);
                d = next(d, rows, offset);
                e = next(e, rows, offset);
                f = next(f, rows, offset);
                g = next(g, rows, offset);
                h = next(h, rows, offset);
            }
            sum = plus(plus(plus(plus(sum, a), b), c), d);
            sum = plus(plus(plus(plus(sum, e), f), g), h);
        }
        return sum;
    }

    private double plus(double sum, int leaf) {
        double next = sum + leaves[leaf];
        // A sum of two floats is exact enough as a double to be rounded as if it had been added as a float.
        return floats ? (float) next : next;
    }

    private int next(int node, double[] rows, int offset) {
        long link = links[node];
        double value = rows[offset + (int) (link >>> FEATURE_SHIFT)];
        return (int) link + (int) (Double.doubleToRawLongBits(value - bounds[node]) >>> SIGN_SHIFT);
    }

    /** Puts nodes level by level, siblings side by side. */
    private static final class Layout {

        private final Source source;
        private final double[] bounds;
        private final long[] links;
        private final double[] leaves;
        private final int[] queue;
        private int next = 1;

        Layout(Source source) {
            int size = source.nodes() + 1;
            this.source = source;
            bounds = new double[size];
            links = new long[size];
            leaves = new double[size];
            queue = new int[size];
        }

        void leaf(int place, double value) {
            bounds[place] = Double.NEGATIVE_INFINITY;
            links[place] = place;
            leaves[place] = value;
        }

        /** Places one tree and tells its depth. */
        int place(int root) {
            int depth = 0;
            int level = next;
            queue[next] = root;
            next++;
            while (true) {
                int end = next;
                for (int place = level; place < end; place++) {
                    place(queue[place], place);
                }
                if (next == end) {
                    return depth;
                }
                depth++;
                level = end;
            }
        }

        private void place(int node, int place) {
            int feature = source.feature(node);
            if (feature < 0) {
                leaf(place, source.leaf(node));
                return;
            }
            bounds[place] = source.bound(node);
            links[place] = (long) feature << FEATURE_SHIFT | next;
            queue[next] = source.right(node);
            queue[next + 1] = source.left(node);
            next += 2;
        }
    }
}

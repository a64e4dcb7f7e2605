package io.tradewind.learning.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads LightGBM's text model format, version 4. Not for models with linear leaves or other objectives than regression, binary and
 * multiclass: those are refused.
 */
public final class LightgbmModelReader {

    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_SHIFT = 2;
    private static final int MISSING_MASK = 3;

    private LightgbmModelReader() {}

    /**
     * The trees in that model.
     *
     * @throws TreeFormatException if it is no such model, or one that the walker would score wrongly
     */
    public static TreeEnsemble read(byte[] model) {
        try {
            return ensemble(new String(model, StandardCharsets.UTF_8));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new TreeFormatException("the model's trees are damaged: " + e.getMessage(), e);
        }
    }

    private static TreeEnsemble ensemble(String text) {
        int end = text.indexOf("\nend of trees");
        require(text.startsWith("tree\n") && end > 0, "the model is not in LightGBM's text format");
        String[] sections = text.substring(0, end).split("\nTree=\\d+\n");
        Map<String, String> header = properties(sections[0]);
        List<Map<String, String>> trees = new ArrayList<>();
        int count = 0;
        int words = 0;
        for (int i = 1; i < sections.length; i++) {
            Map<String, String> tree = properties(sections[i]);
            require(!"1".equals(tree.get("is_linear")), "linear leaves are not supported");
            trees.add(tree);
            count += 2 * Integer.parseInt(tree.get("num_leaves")) - 1;
            words += integers(tree.get("cat_threshold")).length;
        }
        int features = Integer.parseInt(header.get("max_feature_idx")) + 1;
        int[] roots = new int[trees.size()];
        LightgbmNodes nodes = new LightgbmNodes(count, words);
        int[] next = {0, 0};
        for (int i = 0; i < roots.length; i++) {
            roots[i] = next[0];
            copy(trees.get(i), nodes, next, features);
        }
        LightgbmResponse response = response(header);
        require(
                roots.length % response.outputs() == 0,
                "trees must be as many for each of %d classes, were %d".formatted(response.outputs(), roots.length));
        return new LightgbmTrees(features, roots, nodes, response);
    }

    private static LightgbmResponse response(Map<String, String> header) {
        String[] objective = header.getOrDefault("objective", "").split(" ");
        boolean averaged = header.containsKey("average_output");
        int outputs = Integer.parseInt(header.getOrDefault("num_tree_per_iteration", "1"));
        LightgbmResponse.Kind kind =
                switch (objective[0]) {
                    case "binary" -> LightgbmResponse.Kind.LOGISTIC;
                    case "regression" -> LightgbmResponse.Kind.IDENTITY;
                    case "multiclass" -> LightgbmResponse.Kind.SOFTMAX;
                    default -> null;
                };
        // A transformed target would have to be transformed back.
        boolean plain = kind != LightgbmResponse.Kind.IDENTITY || objective.length == 1;
        require(kind != null && plain, "objective " + header.get("objective") + " is not supported");
        require(
                kind == LightgbmResponse.Kind.SOFTMAX ? outputs > 1 : outputs == 1,
                "%s must not grow %d trees per round".formatted(objective[0], outputs));
        double steepness = 1;
        for (String option : objective) {
            if (option.startsWith("sigmoid:")) {
                steepness = Double.parseDouble(option.substring("sigmoid:".length()));
            }
        }
        return new LightgbmResponse(kind, outputs, steepness, averaged);
    }

    private static Map<String, String> properties(String section) {
        Map<String, String> properties = new HashMap<>();
        for (String line : section.split("\n")) {
            int equals = line.indexOf('=');
            if (equals >= 0) {
                properties.put(line.substring(0, equals), line.substring(equals + 1));
            } else {
                properties.put(line, "");
            }
        }
        return properties;
    }

    /** Inner nodes first, then leaves; a child below zero is the leaf of its complement. */
    private static void copy(Map<String, String> tree, LightgbmNodes nodes, int[] next, int features) {
        int base = next[0];
        double[] leaves = doubles(tree.get("leaf_value"));
        int inner = Integer.parseInt(tree.get("num_leaves")) - 1;
        require(
                leaves.length == inner + 1,
                "a tree's leaves must number %d, were %d".formatted(inner + 1, leaves.length));
        Columns columns = new Columns(tree);
        for (int node = 0; node < inner; node++) {
            int at = base + node;
            int feature = columns.feature[node];
            require(
                    feature >= 0 && feature < features,
                    "split feature must be < %d, was %d".formatted(features, feature));
            int decision = columns.decision[node];
            nodes.feature()[at] = feature;
            nodes.threshold()[at] = columns.threshold[node];
            nodes.gain()[at] = columns.gain[node];
            nodes.defaultLeft()[at] = (decision & DEFAULT_LEFT) != 0;
            nodes.missing()[at] = (byte) (decision >> MISSING_SHIFT & MISSING_MASK);
            nodes.left()[at] = base + child(columns.left[node], node, inner);
            nodes.right()[at] = base + child(columns.right[node], node, inner);
            nodes.setFrom()[at] = -1;
            if ((decision & CATEGORICAL) != 0) {
                int set = (int) columns.threshold[node];
                nodes.setFrom()[at] = next[1] + columns.boundaries[set];
                nodes.setTo()[at] = next[1] + columns.boundaries[set + 1];
            }
        }
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            nodes.feature()[base + inner + leaf] = -1;
            nodes.threshold()[base + inner + leaf] = leaves[leaf];
        }
        System.arraycopy(columns.sets, 0, nodes.sets(), next[1], columns.sets.length);
        next[0] += inner + leaves.length;
        next[1] += columns.sets.length;
    }

    /** Inner children follow their parent in the file; a walk therefore always ends. */
    private static int child(int child, int parent, int inner) {
        if (child < 0) {
            require(~child <= inner, "leaf %d is not in the tree".formatted(~child));
            return inner + ~child;
        }
        require(
                child > parent && child < inner,
                "child of node %d must be in the tree, was %d".formatted(parent, child));
        return child;
    }

    private static int[] integers(@Nullable String text) {
        return Arrays.stream(doubles(text))
                .mapToInt(value -> (int) (long) value)
                .toArray();
    }

    private static double[] doubles(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new double[0];
        }
        String[] parts = text.trim().split(" ");
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Double.parseDouble(parts[i].replace("inf", "Infinity").replace("nan", "NaN"));
        }
        return values;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new TreeFormatException(otherwise);
        }
    }

    /** The arrays of one tree as they stand in the file. */
    private static final class Columns {
        private final int[] feature;
        private final int[] decision;
        private final int[] left;
        private final int[] right;
        private final int[] boundaries;
        private final int[] sets;
        private final double[] threshold;
        private final double[] gain;

        Columns(Map<String, String> tree) {
            feature = integers(tree.get("split_feature"));
            decision = integers(tree.get("decision_type"));
            left = integers(tree.get("left_child"));
            right = integers(tree.get("right_child"));
            boundaries = integers(tree.get("cat_boundaries"));
            sets = integers(tree.get("cat_threshold"));
            threshold = doubles(tree.get("threshold"));
            gain = doubles(tree.get("split_gain"));
        }
    }
}

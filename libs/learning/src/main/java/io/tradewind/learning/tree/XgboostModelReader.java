package io.tradewind.learning.tree;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads XGBoost's JSON model format (its schema is documented with the library as "Introduction to Model IO").
 * Not for models with categorical splits, several parallel trees, or the linear and DART boosters: those are refused.
 */
public final class XgboostModelReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> LOGISTIC = Set.of("binary:logistic", "reg:logistic");
    private static final Set<String> IDENTITY = Set.of("reg:squarederror", "reg:absoluteerror", "reg:pseudohubererror");

    private static final String CLASSES = "multi:softprob";

    private XgboostModelReader() {}

    /**
     * The trees in that model.
     *
     * @throws TreeFormatException if it is no such model, or one that the walker would score wrongly
     */
    public static TreeEnsemble read(byte[] json) {
        try {
            return ensemble(MAPPER.readTree(json).path("learner"));
        } catch (IOException e) {
            throw new TreeFormatException("the model is not JSON: " + e.getMessage(), e);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new TreeFormatException("the model's trees are damaged: " + e.getMessage(), e);
        }
    }

    private static TreeEnsemble ensemble(JsonNode learner) {
        String objective = learner.path("objective").path("name").asText();
        boolean logistic = LOGISTIC.contains(objective);
        require(
                logistic || IDENTITY.contains(objective) || CLASSES.equals(objective),
                "objective " + objective + " is not supported");
        JsonNode booster = learner.path("gradient_booster");
        require("gbtree".equals(booster.path("name").asText()), "booster must be gbtree");
        JsonNode parameters = learner.path("learner_model_param");
        int features = parameters.path("num_feature").asInt();
        JsonNode trees = booster.path("model").path("trees");
        int[] roots = new int[trees.size()];
        XgboostNodes nodes = new XgboostNodes(count(trees));
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            next += copy(trees.get(tree), nodes, next, features);
        }
        int outputs = CLASSES.equals(objective) ? parameters.path("num_class").asInt() : 1;
        requireInterleaved(booster.path("model").path("tree_info"), roots.length, outputs);
        return new XgboostTrees(features, roots, nodes, baseMargins(parameters, logistic, outputs), logistic);
    }

    /** Each round grows one tree per class, in the order of the classes. */
    private static void requireInterleaved(JsonNode classes, int trees, int outputs) {
        require(outputs >= 1, "num_class must be >= 1, was " + outputs);
        require(
                trees % outputs == 0,
                "trees must be as many for each of %d classes, were %d".formatted(outputs, trees));
        for (int tree = 0; outputs > 1 && tree < trees; tree++) {
            require(classes.path(tree).asInt(-1) == tree % outputs, "several parallel trees are not supported");
        }
    }

    private static int count(JsonNode trees) {
        int count = 0;
        for (JsonNode tree : trees) {
            count += tree.path("left_children").size();
        }
        return count;
    }

    private static int copy(JsonNode tree, XgboostNodes nodes, int base, int features) {
        require(tree.path("categories_nodes").isEmpty(), "categorical splits are not supported");
        JsonNode left = tree.path("left_children");
        JsonNode right = tree.path("right_children");
        int size = left.size();
        for (int node = 0; node < size; node++) {
            boolean leaf = left.get(node).asInt() < 0;
            int feature = leaf ? -1 : tree.path("split_indices").get(node).asInt();
            require(feature < features, "split feature must be < %d, was %d".formatted(features, feature));
            nodes.feature()[base + node] = feature;
            // As text first: the shortest decimal of a float must not pass through a double.
            nodes.threshold()[base + node] =
                    Float.parseFloat(tree.path("split_conditions").get(node).asText());
            nodes.gain()[base + node] =
                    (float) tree.path("loss_changes").get(node).asDouble();
            nodes.defaultLeft()[base + node] =
                    tree.path("default_left").get(node).asInt() == 1;
            nodes.left()[base + node] = leaf ? -1 : base + child(left.get(node).asInt(), node, size);
            nodes.right()[base + node] =
                    leaf ? -1 : base + child(right.get(node).asInt(), node, size);
        }
        return size;
    }

    /** Children follow their parent in the file; a walk therefore always ends. */
    private static int child(int child, int parent, int size) {
        require(
                child > parent && child < size,
                "child of node %d must be in the tree, was %d".formatted(parent, child));
        return child;
    }

    private static float[] baseMargins(JsonNode parameters, boolean logistic, int outputs) {
        // Newer versions write one base score per output, in brackets; older ones one for all.
        String text = parameters.path("base_score").asText().replace("[", "").replace("]", "");
        String[] scores = text.split(",");
        require(
                scores.length == 1 || scores.length == outputs,
                "base_score must have %d values, had %d".formatted(outputs, scores.length));
        float[] margins = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            float score = Float.parseFloat(scores[scores.length == 1 ? 0 : k].trim());
            margins[k] = logistic ? (float) -Math.log(1.0f / score - 1.0f) : score;
        }
        return margins;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new TreeFormatException(otherwise);
        }
    }
}

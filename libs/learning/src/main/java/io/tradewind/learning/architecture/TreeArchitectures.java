package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.task.Task;

import static io.tradewind.learning.architecture.ParameterDefinition.decimal;
import static io.tradewind.learning.architecture.ParameterDefinition.integer;

/** Parameter schemas of the tree ensembles. */
final class TreeArchitectures {

    static final int BOOSTING_MINIMUM_ROWS = 63;

    private static final List<Task> TASKS = List.of(Task.DIRECTION, Task.THREE_WAY_DIRECTION, Task.RETURN);

    private TreeArchitectures() {}

    static ArchitectureDefinition xgboost() {
        return new ArchitectureDefinition(
                "XGBOOST",
                Family.TREES,
                "Gradient-boosted trees grown level by level on histogrammed features.",
                "Tabular features of the newest bar; strong with little data and missing values.",
                TASKS,
                List.of(
                        integer("maxDepth", 5, 1, 12, "Deepest level of a tree."),
                        decimal("subsample", 0.8, 0.1, 1, "Share of rows drawn for each tree."),
                        decimal("columnSample", 0.8, 0.1, 1, "Share of features drawn for each tree."),
                        decimal("minChildWeight", 1, 0, 10_000, "Least sum of instance weights in a leaf."),
                        decimal("lambda", 1, 0, 10_000, "L2 penalty on leaf values."),
                        decimal("alpha", 0, 0, 10_000, "L1 penalty on leaf values."),
                        decimal("gamma", 0, 0, 10_000, "Least loss reduction that justifies a split."),
                        NetworkArchitectures.CLASS_WEIGHTS),
                BOOSTING_MINIMUM_ROWS,
                Map.of("default", Map.of("maxDepth", 5), "small", Map.of("maxDepth", 3)),
                new TrainingDefaults(1, 200, 0, 0.1, 10));
    }

    static ArchitectureDefinition lightgbm() {
        return new ArchitectureDefinition(
                "LIGHTGBM",
                Family.TREES,
                "Gradient-boosted trees grown leaf by leaf.",
                "Tabular features of the newest bar; the fastest to train of the boosted trees.",
                TASKS,
                leafWise(31, -1, 20, 0.8, 0.8),
                BOOSTING_MINIMUM_ROWS,
                Map.of("default", Map.of("leaves", 31), "small", Map.of("leaves", 15, "minRowsInLeaf", 50)),
                new TrainingDefaults(1, 200, 0, 0.05, 10));
    }

    static ArchitectureDefinition randomForest() {
        return new ArchitectureDefinition(
                "RANDOM_FOREST",
                Family.TREES,
                "Deep trees on random draws of rows and features, averaged.",
                "A robust yardstick: hard to overfit and with little to tune.",
                TASKS,
                leafWise(63, -1, 50, 0.632, 0.5),
                BOOSTING_MINIMUM_ROWS,
                Map.of("default", Map.of("leaves", 63), "small", Map.of("leaves", 31)),
                new TrainingDefaults(1, 100, 0, 0.1, 10));
    }

    private static List<ParameterDefinition> leafWise(
            int leaves, int depth, int rows, double subsample, double columnSample) {
        return List.of(
                integer("leaves", leaves, 2, 1024, "Most leaves of a tree."),
                integer("maxDepth", depth, -1, 64, "Deepest level of a tree; -1 leaves it to the leaves."),
                integer("minRowsInLeaf", rows, 1, 100_000, "Fewest training rows in a leaf."),
                decimal("subsample", subsample, 0.05, 0.99, "Share of rows drawn for each tree."),
                decimal("columnSample", columnSample, 0.05, 1, "Share of features drawn for each tree."),
                decimal("lambda", 0, 0, 10_000, "L2 penalty on leaf values."),
                NetworkArchitectures.CLASS_WEIGHTS);
    }
}

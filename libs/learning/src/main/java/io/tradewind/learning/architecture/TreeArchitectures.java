package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;

import static io.tradewind.learning.architecture.ParameterDefinition.decimal;
import static io.tradewind.learning.architecture.ParameterDefinition.integer;

/** Parameter schemas of the tree ensembles. */
final class TreeArchitectures {

    private static final int BOOSTING_MINIMUM_ROWS = 63;

    private TreeArchitectures() {}

    static ArchitectureDefinition xgboost() {
        return new ArchitectureDefinition(
                "XGBOOST",
                Family.TREES,
                "Gradient-boosted trees grown level by level on histogrammed features.",
                "Tabular features of the newest bar; strong with little data and missing values.",
                List.of(
                        integer("maxDepth", 5, 1, 12, "Deepest level of a tree."),
                        decimal("subsample", 0.8, 0.1, 1, "Share of rows drawn for each tree."),
                        decimal("columnSample", 0.8, 0.1, 1, "Share of features drawn for each tree."),
                        decimal("minChildWeight", 1, 0, 10_000, "Least sum of instance weights in a leaf."),
                        decimal("lambda", 1, 0, 10_000, "L2 penalty on leaf values."),
                        decimal("alpha", 0, 0, 10_000, "L1 penalty on leaf values."),
                        decimal("gamma", 0, 0, 10_000, "Least loss reduction that justifies a split.")),
                BOOSTING_MINIMUM_ROWS,
                Map.of("default", Map.of("maxDepth", 5), "small", Map.of("maxDepth", 3)),
                new TrainingDefaults(1, 200, 0, 0.1, 10));
    }
}

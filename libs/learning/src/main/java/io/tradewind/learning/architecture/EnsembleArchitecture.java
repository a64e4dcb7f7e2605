package io.tradewind.learning.architecture;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.task.Task;

import static io.tradewind.learning.architecture.ParameterDefinition.choice;
import static io.tradewind.learning.architecture.ParameterDefinition.decimal;
import static io.tradewind.learning.architecture.ParameterDefinition.integer;

/** Parameter schema of ensembles. */
final class EnsembleArchitecture {

    private static final List<Map<String, Object>> PRICE_PREDICTOR = members("default");
    private static final List<Map<String, Object>> SMALL = members("small");

    private EnsembleArchitecture() {}

    static ArchitectureDefinition ensemble() {
        return new ArchitectureDefinition(
                ArchitectureDefinition.ENSEMBLE,
                Family.ENSEMBLE,
                "Several models of any architectures, each trained by itself, their outputs combined.",
                "Forecasts that hang on no single model, with the members' spread as a sign of doubt.",
                List.of(Task.values()),
                List.of(
                        new ParameterDefinition(
                                "members",
                                ParameterType.MEMBERS,
                                PRICE_PREDICTOR,
                                1.0,
                                (double) EnsembleMember.MOST,
                                List.of(),
                                "The models: architecture, weight (default 1), hyperparameters, and where they differ from the"
                                        + " architecture's defaults window, epochs, batchSize, learningRate, patience."),
                        choice(
                                "aggregation",
                                "weighted-mean",
                                List.of("weighted-mean", "median", "vote", "stacking"),
                                "How members' outputs become one."),
                        integer("folds", 3, 2, 10, "Stacking: purged folds whose left-out rows it learns from."),
                        decimal("ridge", 0.1, 1e-6, 1000, "Stacking: pull towards the weights.")),
                // Each member's own minimum counts; this is the least of them.
                TreeArchitectures.BOOSTING_MINIMUM_ROWS,
                Map.of(
                        ArchitectureDefinition.PRICE_PREDICTOR,
                        Map.of("members", PRICE_PREDICTOR, "aggregation", "weighted-mean"),
                        "default",
                        Map.of("members", PRICE_PREDICTOR),
                        "small",
                        Map.of("members", SMALL)),
                new TrainingDefaults(0, 200, 0, 0.1, 10));
    }

    private static List<Map<String, Object>> members(String preset) {
        Map<String, Object> hyperparameters = Map.of(ArchitectureDefinition.PRESET, preset);
        return List.of(
                Map.of("architecture", "XGBOOST", "weight", 0.4, "hyperparameters", hyperparameters),
                Map.of("architecture", "LIGHTGBM", "weight", 0.4, "hyperparameters", hyperparameters),
                Map.of("architecture", "RANDOM_FOREST", "weight", 0.2, "hyperparameters", hyperparameters));
    }
}

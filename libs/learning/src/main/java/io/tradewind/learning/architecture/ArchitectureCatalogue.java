package io.tradewind.learning.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The architectures that this build really trains, exports and serves. */
public final class ArchitectureCatalogue {

    private static final Map<String, ArchitectureDefinition> ALL = index(List.of(
            NetworkArchitectures.lstm(),
            NetworkArchitectures.gru(),
            NetworkArchitectures.cnn(),
            NetworkArchitectures.transformer(),
            NetworkArchitectures.mlp(),
            NetworkArchitectures.patternCnn(),
            TreeArchitectures.xgboost(),
            TreeArchitectures.lightgbm(),
            TreeArchitectures.randomForest(),
            EnsembleArchitecture.ensemble()));

    /** Architecture of models that others trained and that came as an ONNX file; nothing here trains it, so it is not listed. */
    public static final String FOREIGN = "ONNX";

    private ArchitectureCatalogue() {}

    /** Every architecture, in a stable order. */
    public static List<ArchitectureDefinition> all() {
        return List.copyOf(ALL.values());
    }

    /** The architecture of that name, if there is one; names are upper case. */
    public static Optional<ArchitectureDefinition> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * The architecture of that name.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static ArchitectureDefinition get(String name) {
        ArchitectureDefinition definition = ALL.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("architecture must be one of %s, was %s".formatted(ALL.keySet(), name));
        }
        return definition;
    }

    private static Map<String, ArchitectureDefinition> index(List<ArchitectureDefinition> definitions) {
        Map<String, ArchitectureDefinition> index = new LinkedHashMap<>();
        definitions.forEach(definition -> index.put(definition.name(), definition));
        return index;
    }
}

package io.tradewind.registry.productionml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import io.tradewind.learning.architecture.ParameterDefinition;
import io.tradewind.learning.architecture.ParameterType;
import org.jspecify.annotations.Nullable;

/**
 * {@code customConfig} in the words of the architecture catalogue.
 *
 * @param config parameters the architecture has
 * @param ignored names it has no parameter for, such as {@code sequenceLength}, which belongs to a training job
 */
record CustomConfig(Map<String, Object> config, List<String> ignored) {
    private static final Map<String, String> NAMES = Map.of(
            "lstmUnits", "units",
            "gruUnits", "units",
            "dropoutRate", "dropout",
            "useAttention", "attention");

    /** Translates what the architecture understands and names the rest. */
    static CustomConfig translate(String architecture, @Nullable Map<String, Object> given) {
        Map<String, Object> config = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        Map<String, ParameterType> known = parameters(architecture);
        if (given != null) {
            given.forEach((name, value) -> {
                String ours = NAMES.getOrDefault(name, name);
                ParameterType type = known.get(ours);
                if (type != null) {
                    config.put(ours, fitting(type, value));
                } else if (ours.equals(ArchitectureDefinition.PRESET)) {
                    config.put(ours, value);
                } else {
                    ignored.add(name);
                }
            });
        }
        return new CustomConfig(config, ignored);
    }

    private static Map<String, ParameterType> parameters(String architecture) {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        ArchitectureCatalogue.find(architecture.strip().toUpperCase(Locale.ROOT))
                .map(ArchitectureDefinition::parameters)
                .orElse(List.of())
                .forEach((ParameterDefinition parameter) -> types.put(parameter.name(), parameter.type()));
        return types;
    }

    /** The older API has one width where the catalogue has one per layer. */
    private static Object fitting(ParameterType type, Object value) {
        return type == ParameterType.INTEGER_LIST && value instanceof Number ? List.of(value) : value;
    }
}

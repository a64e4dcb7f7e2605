package io.tradewind.learning.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * An architecture that can be trained: what it is for and which parameters it takes.
 *
 * @param tasks what it can be trained for
 * @param minimumRows fewest candles it is trained on; below it training is refused
 * @param presets named sets of parameter values; {@code {"preset": NAME}} among hyperparameters selects one
 * @param training how long and with which batches it is trained unless the plan says otherwise
 */
public record ArchitectureDefinition(
        String name,
        Family family,
        String description,
        String useCase,
        List<Task> tasks,
        List<ParameterDefinition> parameters,
        int minimumRows,
        Map<String, Map<String, Object>> presets,
        TrainingDefaults training) {

    /** The hyperparameter key that selects a preset. */
    public static final String PRESET = "preset";

    /** Name of the architecture that combines others. */
    public static final String ENSEMBLE = "ENSEMBLE";

    /** The ensemble's preset that forecasts returns over 1, 5, 15 and 60 bars. */
    public static final String PRICE_PREDICTOR = "PRICE_PREDICTOR";

    public ArchitectureDefinition {
        tasks = List.copyOf(tasks);
        parameters = List.copyOf(parameters);
        presets = Map.copyOf(presets);
    }

    /**
     * All parameters with their values: the given ones, then the named preset's, then the defaults.
     *
     * @throws IllegalArgumentException naming the parameter, the value and the limit
     */
    public Map<String, Object> validate(@Nullable Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>(given == null ? Map.of() : given);
        Object preset = values.remove(PRESET);
        Map<String, Object> base = preset == null ? Map.of() : preset(preset.toString());
        Map<String, Object> resolved = new LinkedHashMap<>();
        for (ParameterDefinition parameter : parameters) {
            Object value = values.remove(parameter.name());
            if (value == null) {
                value = base.getOrDefault(parameter.name(), parameter.defaultValue());
            }
            resolved.put(parameter.name(), parameter.resolve(value));
        }
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("%s has no parameter %s; it has %s"
                    .formatted(
                            name,
                            values.keySet().iterator().next(),
                            parameters.stream().map(ParameterDefinition::name).toList()));
        }
        return resolved;
    }

    private Map<String, Object> preset(String wanted) {
        Map<String, Object> preset = presets.get(wanted);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "preset must be one of %s, was %s".formatted(new TreeSet<>(presets.keySet()), wanted));
        }
        return preset;
    }
}

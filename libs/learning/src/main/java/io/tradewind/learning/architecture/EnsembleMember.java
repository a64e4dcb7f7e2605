package io.tradewind.learning.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One member of an ensemble, complete.
 *
 * @param weight its part in the aggregation, at least 0
 * @param hyperparameters resolved and checked against its architecture's schema
 * @param training its window, epochs, batch size, learning rate and patience
 */
public record EnsembleMember(
        String architecture, double weight, Map<String, Object> hyperparameters, TrainingDefaults training) {

    /** Most members of an ensemble. */
    static final int MOST = 16;

    private static final List<String> KEYS = List.of(
            "architecture", "weight", "hyperparameters", "window", "epochs", "batchSize", "learningRate", "patience");

    /** The members in an ensemble's resolved hyperparameters. */
    public static List<EnsembleMember> of(Map<String, Object> hyperparameters) {
        List<?> members = (List<?>) hyperparameters.get("members");
        List<EnsembleMember> result = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            result.add(member("members[%d]".formatted(i), members.get(i)));
        }
        return result;
    }

    /** The list of members with everything resolved, as JSON would hold it. */
    static List<Map<String, Object>> resolve(String name, Object value) {
        if (!(value instanceof List<?> values) || values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException(
                    "%s must be a list of 1 to %d members, was %s".formatted(name, MOST, value));
        }
        List<Map<String, Object>> resolved = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            EnsembleMember member = member("%s[%d]".formatted(name, i), values.get(i));
            sum += member.weight();
            resolved.add(member.json());
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights of %s must sum to more than 0, were all 0".formatted(name));
        }
        return List.copyOf(resolved);
    }

    private static EnsembleMember member(String name, Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            throw new IllegalArgumentException("%s must be an object, was %s".formatted(name, value));
        }
        given.keySet().stream()
                .filter(key -> !KEYS.contains(key.toString()))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("%s has no field %s; it has %s".formatted(name, key, KEYS));
                });
        ArchitectureDefinition architecture = architecture(name, given.get("architecture"));
        try {
            TrainingDefaults defaults = architecture.training();
            double weight = number(given, "weight", 1, 0, 1e6);
            TrainingDefaults training = new TrainingDefaults(
                    whole(given, "window", defaults.window(), 1, 512),
                    whole(given, "epochs", defaults.epochs(), 1, 10_000),
                    whole(given, "batchSize", defaults.batchSize(), defaults.batchSize() == 0 ? 0 : 1, 65_536),
                    number(given, "learningRate", defaults.learningRate(), 1e-7, 1),
                    whole(given, "patience", defaults.patience(), 1, 10_000));
            return new EnsembleMember(
                    architecture.name(), weight, architecture.validate(hyperparameters(given)), training);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("%s: %s".formatted(name, wrong.getMessage()), wrong);
        }
    }

    private static ArchitectureDefinition architecture(String name, Object given) {
        if (given == null) {
            throw new IllegalArgumentException("%s must name its architecture".formatted(name));
        }
        if (ArchitectureDefinition.ENSEMBLE.equals(given)) {
            throw new IllegalArgumentException(
                    "%s must be a single model's architecture, ensembles of ensembles are not trained".formatted(name));
        }
        try {
            return ArchitectureCatalogue.get(given.toString());
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("%s: %s".formatted(name, unknown.getMessage()), unknown);
        }
    }

    private static Map<String, Object> hyperparameters(Map<?, ?> given) {
        Object value = given.get("hyperparameters");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("hyperparameters must be an object, was " + value);
        }
        Map<String, Object> hyperparameters = new LinkedHashMap<>();
        map.forEach((key, entry) -> hyperparameters.put(key.toString(), entry));
        return hyperparameters;
    }

    private static int whole(Map<?, ?> given, String name, int otherwise, int min, int max) {
        return (int) ParameterDefinition.integer(name, otherwise, min, max, "").resolve(value(given, name, otherwise));
    }

    private static double number(Map<?, ?> given, String name, double otherwise, double min, double max) {
        return (double)
                ParameterDefinition.decimal(name, otherwise, min, max, "").resolve(value(given, name, otherwise));
    }

    private static Object value(Map<?, ?> given, String name, Object otherwise) {
        Object value = given.get(name);
        return value == null ? otherwise : value;
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("architecture", architecture);
        json.put("weight", weight);
        json.put("hyperparameters", hyperparameters);
        json.put("window", training.window());
        json.put("epochs", training.epochs());
        json.put("batchSize", training.batchSize());
        json.put("learningRate", training.learningRate());
        json.put("patience", training.patience());
        return json;
    }
}

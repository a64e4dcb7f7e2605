package io.tradewind.learning.architecture;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One hyperparameter: its type, default and limits.
 *
 * @param min smallest allowed value (of each element for lists), null where not numeric
 * @param max largest allowed value (of each element for lists), null where not numeric
 * @param choices allowed values of a {@link ParameterType#CHOICE}, otherwise empty
 */
public record ParameterDefinition(
        String name,
        ParameterType type,
        @JsonProperty("default") Object defaultValue,
        @Nullable Double min,
        @Nullable Double max,
        List<String> choices,
        String description) {

    private static final int LONGEST_LIST = 8;

    public ParameterDefinition {
        choices = List.copyOf(choices);
    }

    static ParameterDefinition integer(String name, int value, int min, int max, String description) {
        return new ParameterDefinition(
                name, ParameterType.INTEGER, value, (double) min, (double) max, List.of(), description);
    }

    static ParameterDefinition oddInteger(String name, int value, int min, int max, String description) {
        return new ParameterDefinition(
                name, ParameterType.ODD_INTEGER, value, (double) min, (double) max, List.of(), description);
    }

    static ParameterDefinition decimal(String name, double value, double min, double max, String description) {
        return new ParameterDefinition(name, ParameterType.DECIMAL, value, min, max, List.of(), description);
    }

    static ParameterDefinition flag(String name, boolean value, String description) {
        return new ParameterDefinition(name, ParameterType.BOOLEAN, value, null, null, List.of(), description);
    }

    static ParameterDefinition choice(String name, String value, List<String> choices, String description) {
        return new ParameterDefinition(name, ParameterType.CHOICE, value, null, null, choices, description);
    }

    static ParameterDefinition integers(String name, List<Integer> value, int min, int max, String description) {
        return new ParameterDefinition(
                name, ParameterType.INTEGER_LIST, value, (double) min, (double) max, List.of(), description);
    }

    /**
     * The value in its Java type: Integer, Double, Boolean, String a list of Integer, or a list of maps.
     *
     * @throws IllegalArgumentException naming the parameter, the value and the limit
     */
    Object resolve(Object value) {
        return switch (type) {
            case INTEGER -> whole(value);
            case ODD_INTEGER -> odd(value);
            case DECIMAL -> decimal(value);
            case BOOLEAN -> flag(value);
            case CHOICE -> choice(value);
            case INTEGER_LIST -> list(value);
            case MEMBERS -> EnsembleMember.resolve(name, value);
        };
    }

    private int whole(Object value) {
        double number = inRange(value);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("%s must be a whole number, was %s".formatted(name, value));
        }
        return (int) number;
    }

    private int odd(Object value) {
        int number = whole(value);
        if (number % 2 == 0) {
            throw new IllegalArgumentException("%s must be odd, was %s".formatted(name, value));
        }
        return number;
    }

    private double decimal(Object value) {
        return inRange(value);
    }

    private double inRange(Object value) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("%s must be a number, was %s".formatted(name, value));
        }
        double result = number.doubleValue();
        double lowest = min == null ? Double.NEGATIVE_INFINITY : min;
        double highest = max == null ? Double.POSITIVE_INFINITY : max;
        // Written so that NaN fails too.
        if (!(result >= lowest && result <= highest)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s, was %s".formatted(name, text(lowest), text(highest), value));
        }
        return result;
    }

    private boolean flag(Object value) {
        if (!(value instanceof Boolean result)) {
            throw new IllegalArgumentException("%s must be true or false, was %s".formatted(name, value));
        }
        return result;
    }

    private String choice(Object value) {
        String result = value.toString();
        if (!choices.contains(result)) {
            throw new IllegalArgumentException("%s must be one of %s, was %s".formatted(name, choices, value));
        }
        return result;
    }

    private List<Integer> list(Object value) {
        if (!(value instanceof List<?> values) || values.isEmpty() || values.size() > LONGEST_LIST) {
            throw new IllegalArgumentException(
                    "%s must be a list of 1 to %d whole numbers, was %s".formatted(name, LONGEST_LIST, value));
        }
        List<Integer> result = new ArrayList<>(values.size());
        for (Object element : values) {
            result.add(whole(element));
        }
        return List.copyOf(result);
    }

    private static String text(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}

package io.tradewind.learning.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One condition a model must meet before it may serve.
 *
 * @param value the metric, null if undefined, which fails
 * @param comparison {@code >=}, {@code <=} or {@code >}
 */
public record GateCheck(
        String name, @Nullable Double value, @Nullable Double threshold, String comparison, boolean passed) {

    static GateCheck atLeast(String name, @Nullable Double value, double threshold) {
        return new GateCheck(name, value, threshold, ">=", defined(value) && value >= threshold);
    }

    static GateCheck atMost(String name, @Nullable Double value, double threshold) {
        return new GateCheck(name, value, threshold, "<=", defined(value) && value <= threshold);
    }

    static GateCheck above(String name, @Nullable Double value, @Nullable Double threshold) {
        return new GateCheck(name, value, threshold, ">", defined(value) && defined(threshold) && value > threshold);
    }

    private static boolean defined(@Nullable Double value) {
        return value != null && !value.isNaN();
    }
}

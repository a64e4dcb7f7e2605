package io.tradewind.inference.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.tradewind.inference.prediction.InputCheck.Accepted;
import io.tradewind.inference.prediction.InputCheck.Refused;
import io.tradewind.kit.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What a tensor must look like for a model. */
final class PredictRules {

    /** Rows of one instance and the names of their columns, in order. */
    record Signature(int window, List<String> featureNames) {}

    private PredictRules() {}

    /** Checks order of features, shape, number of instances and finiteness, in this order. */
    static InputCheck check(Signature model, Tensor tensor, @Nullable List<String> featureNames, int maxInstances) {
        if (featureNames != null) {
            InputCheck order = checkOrder(model.featureNames(), featureNames);
            if (order instanceof Refused) {
                return order;
            }
        }
        InputCheck shape = checkShape(model, tensor);
        if (!(shape instanceof Accepted(int count))) {
            return shape;
        }
        if (count > maxInstances) {
            return new Refused(
                    ErrorCode.TOO_LARGE,
                    "a request may hold <= %d instances, had %d".formatted(maxInstances, count),
                    Map.of("limit", maxInstances, "actual", count));
        }
        return checkFinite(tensor, count);
    }

    private static InputCheck checkOrder(List<String> expected, List<String> actual) {
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return new Refused(
                        ErrorCode.UNKNOWN_FEATURE_ORDER,
                        "feature %d must be '%s', was '%s'".formatted(i, expected.get(i), actual.get(i)),
                        Map.of("position", i, "expected", expected.get(i), "actual", actual.get(i)));
            }
        }
        if (expected.size() != actual.size()) {
            return new Refused(
                    ErrorCode.UNKNOWN_FEATURE_ORDER,
                    "there must be %d feature names, were %d".formatted(expected.size(), actual.size()),
                    Map.of("position", common, "expected", expected.size(), "actual", actual.size()));
        }
        return new Accepted(0);
    }

    private static InputCheck checkShape(Signature model, Tensor tensor) {
        int columns = model.featureNames().size();
        String expected = model.window() == 1
                ? "[n, %d]".formatted(columns)
                : "[%1$d, %2$d] or [n, %1$d, %2$d]".formatted(model.window(), columns);
        if (tensor.ragged() != null) {
            return wrongShape(expected, tensor, ": " + tensor.ragged());
        }
        int[] shape = tensor.shape();
        boolean single = tensor.rank() == 2 && model.window() > 1;
        int count = single ? 1 : shape[0];
        int[] instance =
                switch (tensor.rank()) {
                    case 2 -> new int[] {single ? shape[0] : 1, shape[1]};
                    case 3 -> new int[] {shape[1], shape[2]};
                    default -> new int[0];
                };
        if (count == 0 || !Arrays.equals(instance, new int[] {model.window(), columns})) {
            return wrongShape(expected, tensor, "");
        }
        return new Accepted(count);
    }

    private static Refused wrongShape(String expected, Tensor tensor, String why) {
        return new Refused(
                ErrorCode.WRONG_SHAPE,
                "instances must have the shape %s, had %s%s".formatted(expected, tensor.shapeText(), why),
                Map.of("expected", expected, "actual", tensor.shapeText()));
    }

    private static InputCheck checkFinite(Tensor tensor, int count) {
        double[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                List<Integer> position = position(i, tensor.shape());
                return new Refused(
                        ErrorCode.NOT_FINITE,
                        "instances%s must be a finite number, was %s".formatted(position, values[i]),
                        Map.of("position", position, "actual", String.valueOf(values[i])));
            }
        }
        return new Accepted(count);
    }

    private static List<Integer> position(int index, int[] shape) {
        Integer[] position = new Integer[shape.length];
        int rest = index;
        for (int level = shape.length - 1; level >= 0; level--) {
            position[level] = rest % shape[level];
            rest /= shape[level];
        }
        return List.of(position);
    }
}

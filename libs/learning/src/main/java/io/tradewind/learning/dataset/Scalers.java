package io.tradewind.learning.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.tradewind.learning.bundle.ScalerSpec;

/** Fits scalers on the newest rows of training samples; a constant feature is only shifted. */
public final class Scalers {

    private static final double QUARTILE = 0.25;
    private static final double SMALLEST_SPREAD = 1e-12;

    private Scalers() {}

    /** The scaler of that kind: standard (mean, deviation), min-max (to 0..1) or robust (median, quartiles). */
    public static ScalerSpec fit(String kind, Samples training) {
        List<Double> offsets = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (int feature = 0; feature < training.data().features(); feature++) {
            double[] values = Arrays.stream(training.newest(feature))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            double[] centreAndSpread = values.length == 0 ? new double[] {0, 0} : measure(kind, values);
            offsets.add(centreAndSpread[0]);
            factors.add(centreAndSpread[1] > SMALLEST_SPREAD ? 1 / centreAndSpread[1] : 1);
        }
        return new ScalerSpec(kind, offsets, factors);
    }

    private static double[] measure(String kind, double[] sorted) {
        return switch (kind) {
            case "standard" -> standard(sorted);
            case "min-max" -> new double[] {sorted[0], sorted[sorted.length - 1] - sorted[0]};
            case "robust" ->
                new double[] {quantile(sorted, 0.5), quantile(sorted, 1 - QUARTILE) - quantile(sorted, QUARTILE)};
            default -> throw new IllegalArgumentException("no scaler is called " + kind);
        };
    }

    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new double[] {mean, Math.sqrt(squares / values.length)};
    }

    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int low = (int) position;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }
}

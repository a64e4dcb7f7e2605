package io.tradewind.learning.calibration;

import java.util.List;

/**
 * Maps a raw probability of "up" to a calibrated one, or carries a regression's residual spread.
 *
 * @param method how {@link #calibrate} maps
 * @param slope factor on the log-odds; 1 / temperature
 * @param intercept added to the log-odds
 * @param inputs isotonic: rising raw probabilities, else empty
 * @param values isotonic: the calibrated probability at each input, never falling, else empty
 * @param residualDeviation standard deviation of a regression's residuals on validation rows, else NaN
 * @param intervalRadius split-conformal radius around a regression's value, else NaN
 * @param intervalLevel coverage the radius aims at, else NaN
 * @param outputs where each output has a calibration of its own (labels, several horizons), those; else empty
 */
public record Calibration(
        Method method,
        double slope,
        double intercept,
        List<Double> inputs,
        List<Double> values,
        double residualDeviation,
        double intervalRadius,
        double intervalLevel,
        List<Calibration> outputs) {

    /** How raw probabilities are mapped. */
    public enum Method {
        /** Unchanged. */
        NONE,
        /** Log-odds divided by a temperature: confidence changes, decisions do not (Guo et al. 2017). */
        TEMPERATURE,
        /** Log-odds through a fitted line (Platt 1999). */
        PLATT,
        /** A non-decreasing step function, interpolated (Zadrozny and Elkan 2002); wants thousands of rows. */
        ISOTONIC
    }

    /** Probabilities are never told to be certain. */
    static final double SMALLEST = 1e-6;

    /** No change. */
    public static final Calibration NONE = logistic(Method.NONE, 1, 0);

    public Calibration {
        inputs = List.copyOf(inputs);
        values = List.copyOf(values);
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
    }

    private Calibration(
            Method method,
            double slope,
            double intercept,
            List<Double> inputs,
            List<Double> values,
            double residualDeviation,
            double intervalRadius,
            double intervalLevel) {
        this(method, slope, intercept, inputs, values, residualDeviation, intervalRadius, intervalLevel, List.of());
    }

    /** One calibration per output; the first one's residuals stand for the whole. */
    public static Calibration perOutput(List<Calibration> outputs) {
        Calibration first = outputs.get(0);
        return new Calibration(
                first.method,
                first.slope,
                first.intercept,
                first.inputs,
                first.values,
                first.residualDeviation,
                first.intervalRadius,
                first.intervalLevel,
                outputs);
    }

    static Calibration logistic(Method method, double slope, double intercept) {
        return new Calibration(method, slope, intercept, List.of(), List.of(), Double.NaN, Double.NaN, Double.NaN);
    }

    static Calibration isotonic(List<Double> inputs, List<Double> values) {
        return new Calibration(Method.ISOTONIC, 1, 0, inputs, values, Double.NaN, Double.NaN, Double.NaN);
    }

    /** For regressions: what the residuals on validation rows look like. */
    public static Calibration residuals(double deviation, double radius, double level) {
        return new Calibration(Method.NONE, 1, 0, List.of(), List.of(), deviation, radius, level);
    }

    /** The calibrated probability, within (0, 1). */
    public double calibrate(double probability) {
        return switch (method) {
            case NONE -> probability;
            case TEMPERATURE, PLATT -> logistic(slope * logOdds(probability) + intercept);
            case ISOTONIC -> interpolate(probability);
        };
    }

    /** Calibrates the probabilities of classes in place; they sum to one afterwards. */
    public void calibrateClasses(double[] probabilities) {
        if (method == Method.NONE) {
            return;
        }
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = Math.pow(Math.max(SMALLEST, probabilities[k]), slope);
            sum += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= sum;
        }
    }

    /** Calibrates the probabilities of labels in place, each by its own calibration. */
    public void calibrateLabels(double[] probabilities) {
        for (int k = 0; k < outputs.size(); k++) {
            probabilities[k] = outputs.get(k).calibrate(probabilities[k]);
        }
    }

    private double interpolate(double probability) {
        int last = inputs.size() - 1;
        if (probability <= inputs.get(0)) {
            return values.get(0);
        }
        if (probability >= inputs.get(last)) {
            return values.get(last);
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (inputs.get(middle) <= probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double share = (probability - inputs.get(low)) / (inputs.get(high) - inputs.get(low));
        return values.get(low) + share * (values.get(high) - values.get(low));
    }

    static double logOdds(double probability) {
        double bounded = Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
        return Math.log(bounded / (1 - bounded));
    }

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}

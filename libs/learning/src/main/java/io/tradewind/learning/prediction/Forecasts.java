package io.tradewind.learning.prediction;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.bundle.LabelSpec;
import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Turns a model's raw outputs into forecasts: calibration, direction, confidence and expected return. */
final class Forecasts {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double EVEN = 0.5;

    private final Task task;
    private final Calibration calibration;
    private final LabelSpec label;
    private final int outputs;

    Forecasts(BundleManifest manifest) {
        this.task = manifest.task();
        this.calibration = manifest.calibration();
        this.label = manifest.label();
        this.outputs = manifest.outputNames().size();
    }

    /** The forecast for raw outputs that start at {@code offset}. */
    Forecast of(float[] raw, int offset) {
        double[] values = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            values[i] = raw[offset + i];
        }
        return of(values);
    }

    /** The forecast for raw outputs, which become the forecast's own. */
    Forecast of(double[] raw) {
        return switch (task) {
            case DIRECTION -> ofProbability(raw[1]);
            case THREE_WAY_DIRECTION -> ofThreeWays(raw);
            case RETURN -> ofReturns(raw);
            case PATTERNS -> ofLabels(raw);
        };
    }

    /** Calibrates raw outputs in place: what {@link Forecast#outputs()} of the same ones would be. */
    void calibrate(double[] raw) {
        switch (task) {
            case DIRECTION -> {
                raw[1] = calibration.calibrate(raw[1]);
                raw[0] = 1 - raw[1];
            }
            case THREE_WAY_DIRECTION -> calibration.calibrateClasses(raw);
            case RETURN -> {
                // Returns are told as the model gives them.
            }
            case PATTERNS -> calibration.calibrateLabels(raw);
        }
    }

    private Forecast ofProbability(double rawUp) {
        double up = calibration.calibrate(rawUp);
        double expected = up * label.upReturn() + (1 - up) * label.downReturn();
        int direction = (int) Math.signum(up - EVEN);
        return new Forecast(direction, Math.max(up, 1 - up), expected, new double[] {1 - up, up});
    }

    /** Of {@code [down, flat, up]} the likeliest; flat is no direction. */
    private Forecast ofThreeWays(double[] classes) {
        calibration.calibrateClasses(classes);
        double down = classes[0];
        double flat = classes[1];
        double up = classes[2];
        double expected = down * label.downReturn() + flat * label.flatReturn() + up * label.upReturn();
        double likeliest = Math.max(flat, Math.max(down, up));
        boolean undecided = flat == likeliest || down == up;
        return new Forecast(undecided ? 0 : up > down ? 1 : -1, likeliest, expected, classes);
    }

    private Forecast ofReturns(double[] values) {
        double value = values[0];
        double deviation = calibration.residualDeviation();
        double confidence = deviation > 0 ? NORMAL.cumulativeProbability(Math.abs(value) / deviation) : EVEN;
        double radius = calibration.intervalRadius();
        return new Forecast((int) Math.signum(value), confidence, value, values, value - radius, value + radius);
    }

    /** Patterns tell no direction; the confidence is that of the likeliest one. */
    private Forecast ofLabels(double[] labels) {
        calibration.calibrateLabels(labels);
        double likeliest = 0;
        for (double label : labels) {
            likeliest = Math.max(likeliest, label);
        }
        return new Forecast(0, likeliest, 0, labels);
    }
}

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

    Forecasts(BundleManifest manifest) {
        this.task = manifest.task();
        this.calibration = manifest.calibration();
        this.label = manifest.label();
    }

    /** The forecast for raw outputs that start at {@code offset}. */
    Forecast of(float[] raw, int offset) {
        return switch (task) {
            case DIRECTION -> ofProbability(raw[offset + 1]);
            case RETURN -> ofReturn(raw[offset]);
        };
    }

    Forecast ofProbability(double rawUp) {
        double up = calibration.calibrate(rawUp);
        double expected = up * label.upReturn() + (1 - up) * label.downReturn();
        int direction = (int) Math.signum(up - EVEN);
        return new Forecast(direction, Math.max(up, 1 - up), expected, new double[] {1 - up, up});
    }

    Forecast ofReturn(double value) {
        double deviation = calibration.residualDeviation();
        double confidence = deviation > 0 ? NORMAL.cumulativeProbability(Math.abs(value) / deviation) : EVEN;
        double radius = calibration.intervalRadius();
        return new Forecast(
                (int) Math.signum(value), confidence, value, new double[] {value}, value - radius, value + radius);
    }
}

package io.tradewind.learning.training;

import java.util.Arrays;
import java.util.List;

import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.calibration.Calibrator;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;

/** Fits a model's calibration on its validation rows. */
final class Calibrations {

    private static final double INTERVAL_LEVEL = 0.9;

    private Calibrations() {}

    static Calibration fit(TrainingPlan plan, Predictor uncalibrated, Samples validation) {
        List<Forecast> forecasts = Forecasting.all(uncalibrated, validation);
        if (!plan.task().directional() || plan.task() == Task.THREE_WAY_DIRECTION) {
            return Calibration.NONE;
        }
        if (plan.task() == Task.DIRECTION) {
            double[] probabilities = forecasts.stream()
                    .mapToDouble(forecast -> forecast.outputs()[1])
                    .toArray();
            boolean[] up = new boolean[probabilities.length];
            for (int i = 0; i < up.length; i++) {
                up[i] = validation.direction(i) == 1;
            }
            return Calibrator.fit(plan.calibration(), probabilities, up);
        }
        double[] residuals = new double[forecasts.size()];
        Arrays.setAll(
                residuals, i -> validation.returnAfter(i) - forecasts.get(i).expectedReturn());
        return Calibrator.residuals(residuals, INTERVAL_LEVEL);
    }
}

package io.tradewind.learning.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.tradewind.learning.calibration.Calibration;
import io.tradewind.learning.calibration.Calibrator;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;

/** Fits a model's calibration on its validation rows. */
final class Calibrations {

    private static final double INTERVAL_LEVEL = 0.9;

    private Calibrations() {}

    static Calibration fit(TrainingPlan plan, Predictor uncalibrated, Samples validation) {
        double[][] outputs = Forecasting.all(uncalibrated, validation).stream()
                .map(Forecast::outputs)
                .toArray(double[][]::new);
        return switch (plan.task()) {
            case DIRECTION -> direction(plan, outputs, validation);
            case THREE_WAY_DIRECTION ->
                Calibrator.fitClasses(
                        plan.calibration(),
                        outputs,
                        IntStream.range(0, outputs.length)
                                .map(validation::classOf)
                                .toArray());
            case RETURN -> returns(outputs, validation);
            case PATTERNS -> labels(plan, outputs, validation);
        };
    }

    private static Calibration direction(TrainingPlan plan, double[][] outputs, Samples validation) {
        double[] probabilities =
                Arrays.stream(outputs).mapToDouble(row -> row[1]).toArray();
        boolean[] up = new boolean[probabilities.length];
        for (int i = 0; i < up.length; i++) {
            up[i] = validation.direction(i) == 1;
        }
        return Calibrator.fit(plan.calibration(), probabilities, up);
    }

    /** Residuals of each horizon; the primary one's stand for the forecast as a whole. */
    private static Calibration returns(double[][] outputs, Samples validation) {
        List<Calibration> horizons = new ArrayList<>();
        for (int column = 0; column < validation.data().targets().width(); column++) {
            int horizon = column;
            double[] residuals = new double[outputs.length];
            Arrays.setAll(residuals, i -> validation.target(i, horizon) - outputs[i][horizon]);
            horizons.add(Calibrator.residuals(residuals, INTERVAL_LEVEL));
        }
        return horizons.size() == 1 ? horizons.get(0) : Calibration.perOutput(horizons);
    }

    private static Calibration labels(TrainingPlan plan, double[][] outputs, Samples validation) {
        boolean[][] holds =
                new boolean[outputs.length][plan.task().outputNames().size()];
        for (int i = 0; i < holds.length; i++) {
            for (int label = 0; label < holds[i].length; label++) {
                holds[i][label] = validation.target(i, label) > 0;
            }
        }
        return Calibrator.fitLabels(plan.calibration(), outputs, holds);
    }
}

package io.tradewind.learning.training;

import java.util.stream.IntStream;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.fit.FittedModel;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.importance.PermutationImportance;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.tree.TreeModels;

/** Measures feature importance on validation rows. */
final class Importances {

    private static final int ROWS = 400;
    private static final int REPEATS = 3;
    private static final double SMALLEST = 1e-12;

    private Importances() {}

    static FeatureImportance of(TrainingPlan plan, Samples validation, Predictor predictor, FittedModel fitted) {
        Samples rows = spread(validation);
        return PermutationImportance.measure(
                predictor.features(),
                rows.windows(0, rows.size()),
                rows.size(),
                REPEATS,
                plan.seed(),
                gains(fitted, predictor.features().size()),
                windows -> loss(plan.task(), rows, predictor.predictBatch(windows, rows.size())));
    }

    /** At most so many rows, evenly spread. */
    private static Samples spread(Samples samples) {
        int step = Math.max(1, samples.size() / ROWS);
        int[] ends = IntStream.range(0, Math.min(ROWS, samples.size()))
                .map(i -> samples.end(i * step))
                .toArray();
        return new Samples(samples.data(), ends);
    }

    private static double loss(Task task, Samples rows, Forecast[] forecasts) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            double[] outputs = forecasts[i].outputs();
            if (task.classification()) {
                sum -= logarithm(outputs[rows.classOf(i)]);
                continue;
            }
            for (int k = 0; k < outputs.length; k++) {
                double target = rows.target(i, k);
                double error = outputs[k] - target;
                sum += task.multiLabel() ? -logarithm(target > 0 ? outputs[k] : 1 - outputs[k]) : error * error;
            }
        }
        return sum / forecasts.length;
    }

    private static double logarithm(double probability) {
        return Math.log(Math.max(SMALLEST, probability));
    }

    /** Gains of all steps of a window added up per feature; empty for networks. */
    private static double[] gains(FittedModel fitted, int features) {
        if (!TreeModels.readable(fitted.fileName())) {
            return new double[0];
        }
        double[] flat = TreeModels.read(fitted.fileName(), fitted.bytes()).gains();
        double[] gains = new double[features];
        for (int i = 0; i < flat.length; i++) {
            gains[i % features] += flat[i];
        }
        return gains;
    }
}

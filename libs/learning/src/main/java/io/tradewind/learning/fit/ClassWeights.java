package io.tradewind.learning.fit;

import java.util.Optional;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.task.Task;

/**
 * How much each class, or each label where it holds, weighs in the loss: hyperparameter {@code classWeights}. Balanced weights are
 * counted on the training samples only.
 */
public final class ClassWeights {

    /** A class that almost never comes would otherwise drown all others. */
    private static final double LARGEST = 100;

    private ClassWeights() {}

    /** One weight per output in the outputs' order; empty where all weigh alike. */
    public static Optional<float[]> of(FitRequest request) {
        boolean balanced = "balanced".equals(request.hyperparameters().get("classWeights"));
        Task task = request.task();
        if (!balanced || !task.classification() && !task.multiLabel()) {
            return Optional.empty();
        }
        int outputs = request.outputNames().size();
        return Optional.of(
                task.classification() ? classes(request.training(), outputs) : labels(request.training(), outputs));
    }

    /** One weight per sample, by its class; empty where all weigh alike. */
    public static Optional<float[]> ofRows(FitRequest request, Samples samples) {
        return of(request).map(weights -> {
            float[] rows = new float[samples.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = weights[samples.classOf(i)];
            }
            return rows;
        });
    }

    /** The mean count of a class divided by the class's own (King and Zeng 2001). */
    private static float[] classes(Samples training, int outputs) {
        int[] counts = new int[outputs];
        for (int i = 0; i < training.size(); i++) {
            counts[training.classOf(i)]++;
        }
        float[] weights = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            weights[k] = limited((double) training.size() / outputs, counts[k]);
        }
        return weights;
    }

    /** How much more often a label does not hold than it does. */
    private static float[] labels(Samples training, int outputs) {
        float[] weights = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            int count = 0;
            for (int i = 0; i < training.size(); i++) {
                count += training.target(i, k) > 0 ? 1 : 0;
            }
            weights[k] = limited(training.size() - count, count);
        }
        return weights;
    }

    private static float limited(double numerator, int count) {
        return (float) Math.min(LARGEST, numerator / Math.max(1, count));
    }
}

package io.tradewind.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.fit.FitRequest;
import io.tradewind.learning.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a network is to make small, averaged over a batch: cross-entropy over classes, binary cross-entropy per label, or mean
 * squared error.
 *
 * @param weights of each class, or of each label where it holds; null weighs all alike
 */
@SuppressWarnings("ArrayRecordComponent")
record Losses(Task task, float @Nullable [] weights) {

    /** A label that almost never holds would otherwise drown all others. */
    private static final float LARGEST_WEIGHT = 100;

    /** The losses of a request; balanced weights know the training samples only. */
    static Losses of(FitRequest request) {
        boolean balanced =
                request.hyperparameters().get("classWeights").toString().equals("balanced");
        Task task = request.task();
        if (!balanced || !task.classification() && !task.multiLabel()) {
            return new Losses(task, null);
        }
        Samples training = request.training();
        int outputs = request.outputNames().size();
        return new Losses(task, task.classification() ? classes(training, outputs) : labels(training, outputs));
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
        return (float) Math.min(LARGEST_WEIGHT, numerator / Math.max(1, count));
    }

    /**
     * The loss, one value.
     *
     * @param outputs raw outputs of shape (batch, outputs)
     * @param targets of the same shape
     */
    NDArray of(NDArray outputs, NDArray targets) {
        if (task.classification()) {
            NDArray logs = outputs.logSoftmax(1).mul(targets);
            return (weights == null ? logs : logs.mul(row(outputs, weights)))
                    .sum(new int[] {1})
                    .mean()
                    .neg();
        }
        if (task.multiLabel()) {
            NDArray each = crossEntropies(outputs, targets);
            return weights == null
                    ? each.mean()
                    : each.mul(targets.mul(row(outputs, weights).sub(1)).add(1)).mean();
        }
        return outputs.sub(targets).square().mean();
    }

    /** From log-odds x in a form that cannot overflow: max(x, 0) - x t + log(1 + exp(-|x|)). */
    private static NDArray crossEntropies(NDArray outputs, NDArray targets) {
        NDArray surplus = outputs.abs().neg().exp().add(1).log();
        return outputs.maximum(0).sub(outputs.mul(targets)).add(surplus);
    }

    private static NDArray row(NDArray like, float[] values) {
        return like.getManager().create(values, new Shape(1, values.length));
    }
}

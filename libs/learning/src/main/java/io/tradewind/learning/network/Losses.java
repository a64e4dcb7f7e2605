package io.tradewind.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.tradewind.learning.fit.ClassWeights;
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

    static Losses of(FitRequest request) {
        return new Losses(request.task(), ClassWeights.of(request).orElse(null));
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

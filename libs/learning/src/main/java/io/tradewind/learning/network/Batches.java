package io.tradewind.learning.network;

import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.task.Task;

/** Cuts mini-batches of scaled windows and their targets; the last batch of an epoch may be smaller. */
final class Batches {

    private final Samples samples;
    private final Task task;
    private final int width;
    private final TargetScale scale;
    private final int batchSize;
    private final int[] order;

    Batches(Samples samples, TargetScale scale, int batchSize) {
        this.samples = samples;
        this.task = samples.data().targets().task();
        this.width = task.outputNames(samples.data().targets().horizons()).size();
        this.scale = scale;
        this.batchSize = batchSize;
        this.order = new int[samples.size()];
        inOrder();
    }

    private void inOrder() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** Shuffles within these samples only, so that nothing from outside can enter; what order they had before does not matter. */
    void shuffle(SplittableRandom random) {
        inOrder();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    int count() {
        return (order.length + batchSize - 1) / batchSize;
    }

    int size(int batch) {
        return Math.min(order.length, (batch + 1) * batchSize) - batch * batchSize;
    }

    /** Windows of shape (size, window, features). */
    NDArray inputs(NDManager manager, int batch) {
        int size = size(batch);
        float[] windows = new float[size * samples.windowLength()];
        for (int i = 0; i < size; i++) {
            samples.copyWindow(order[batch * batchSize + i], windows, i * samples.windowLength());
        }
        return manager.create(
                windows, new Shape(size, samples.data().window(), samples.data().features()));
    }

    /** Of shape (size, outputs): one-hot classes, scaled returns, or 0 and 1 for labels. */
    NDArray targets(NDManager manager, int batch) {
        int size = size(batch);
        float[] targets = new float[size * width];
        for (int i = 0; i < size; i++) {
            int sample = order[batch * batchSize + i];
            if (task.classification()) {
                targets[i * width + samples.classOf(sample)] = 1;
                continue;
            }
            for (int column = 0; column < width; column++) {
                targets[i * width + column] = scale.scale(samples.target(sample, column), column);
            }
        }
        return manager.create(targets, new Shape(size, width));
    }
}

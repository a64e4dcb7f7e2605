package io.tradewind.learning.network;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.task.Task;

/**
 * What a network's raw outputs mean. Returns are learned in standard deviations of the training rows: in their own unit they
 * are so small that the first steps would be all noise.
 */
record TargetScale(float mean, float deviation) {

    private static final TargetScale NONE = new TargetScale(0, 1);

    static TargetScale of(Task task, Samples training) {
        if (task.classification()) {
            return NONE;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < training.size(); i++) {
            sum += training.returnAfter(i);
            squares += training.returnAfter(i) * training.returnAfter(i);
        }
        double mean = sum / training.size();
        double deviation = Math.sqrt(Math.max(0, squares / training.size() - mean * mean));
        return new TargetScale((float) mean, deviation > 0 ? (float) deviation : 1);
    }

    float scale(double value) {
        return (float) ((value - mean) / deviation);
    }
}

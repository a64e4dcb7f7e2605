package io.tradewind.learning.network;

import java.util.Arrays;

import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.task.Task;

/**
 * What a network's raw outputs mean. Returns are learned in standard deviations of the training rows: in their own unit they
 * are so small that the first steps would be all noise, and of several horizons the longest would drown the others.
 *
 * @param means of each target, 0 where targets are classes or labels
 * @param deviations of each target, 1 where targets are classes or labels
 */
@SuppressWarnings("ArrayRecordComponent")
record TargetScale(float[] means, float[] deviations) {

    static TargetScale of(Samples training) {
        Task task = training.data().targets().task();
        int outputs = task.outputNames(training.data().targets().horizons()).size();
        float[] means = new float[outputs];
        float[] deviations = new float[outputs];
        Arrays.fill(deviations, 1);
        if (task == Task.RETURN) {
            for (int column = 0; column < outputs; column++) {
                measure(training, column, means, deviations);
            }
        }
        return new TargetScale(means, deviations);
    }

    private static void measure(Samples training, int column, float[] means, float[] deviations) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < training.size(); i++) {
            double value = training.target(i, column);
            sum += value;
            squares += value * value;
        }
        double mean = sum / training.size();
        double deviation = Math.sqrt(Math.max(0, squares / training.size() - mean * mean));
        means[column] = (float) mean;
        deviations[column] = deviation > 0 ? (float) deviation : 1;
    }

    float scale(double value, int column) {
        return (float) ((value - means[column]) / deviations[column]);
    }

    /** The target that a raw output stands for. */
    float unscale(float output, int column) {
        return output * deviations[column] + means[column];
    }
}

package io.tradewind.learning.fit;

import java.util.List;
import java.util.Map;

import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.task.Task;

/**
 * What to fit a model on.
 *
 * @param training unscaled samples the model is fitted on
 * @param validation unscaled samples that only decide when to stop
 * @param scaler fitted on the training samples
 * @param checkpoints where states are kept and may lie; fits that take seconds keep none and begin anew
 */
public record FitRequest(
        String architecture,
        Map<String, Object> hyperparameters,
        Samples training,
        Samples validation,
        ScalerSpec scaler,
        FitSchedule schedule,
        long seed,
        FitMonitor monitor,
        Checkpoints checkpoints) {

    /** The same with another scaler. */
    public FitRequest with(ScalerSpec other) {
        return new FitRequest(
                architecture, hyperparameters, training, validation, other, schedule, seed, monitor, checkpoints);
    }

    /** What is to be learned; the samples' targets say it. */
    public Task task() {
        return training.data().targets().task();
    }

    /** Names of the model's outputs in order. */
    public List<String> outputNames() {
        return task().outputNames(training.data().targets().horizons());
    }

    /** An integer hyperparameter. */
    public int integer(String name) {
        return ((Number) hyperparameters.get(name)).intValue();
    }

    /** A decimal hyperparameter. */
    public double decimal(String name) {
        return ((Number) hyperparameters.get(name)).doubleValue();
    }

    public boolean flag(String name) {
        return (Boolean) hyperparameters.get(name);
    }

    /** A list of integers. */
    public List<Integer> integers(String name) {
        return ((List<?>) hyperparameters.get(name))
                .stream().map(value -> ((Number) value).intValue()).toList();
    }
}

package io.tradewind.learning.evaluation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a task shows beyond the metrics that all have. Lists that do not concern the task are empty.
 *
 * @param macroF1 mean F1 over classes or labels, one without a right forecast counting as 0; null for returns
 */
public record TaskDetails(
        @Nullable Double macroF1, List<ClassScore> classes, List<LabelScore> labels, List<HorizonScore> horizons) {

    /**
     * One of several classes against the others.
     *
     * @param rows test rows of the class
     * @param precision null if it was never forecast
     * @param recall null if it never occurred
     */
    public record ClassScore(
            String name,
            long rows,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1) {}

    /**
     * One of several labels, forecast where its probability is above one half.
     *
     * @param rows test rows with the label
     * @param baseRate share of the training rows with it: what a forecast without a model would say
     */
    public record LabelScore(
            String name,
            long rows,
            double baseRate,
            @Nullable Double precision,
            @Nullable Double recall,
            @Nullable Double f1,
            @Nullable Double auc,
            @Nullable Double logLoss,
            @Nullable Double brier) {}

    /**
     * One of several horizons.
     *
     * @param mae mean absolute error of its return
     * @param zeroMae that of always forecasting no change, the hardest baseline of a random walk
     * @param directionalAccuracy share of the rows with a move whose sign was forecast
     * @param standardError of that, widened for overlapping horizons
     * @param majorityBaseline directional accuracy of always saying the training rows' more frequent sign
     */
    public record HorizonScore(
            int horizonBars,
            @Nullable Double mae,
            @Nullable Double mse,
            @Nullable Double zeroMae,
            @Nullable Double directionalAccuracy,
            @Nullable Double standardError,
            @Nullable Double majorityBaseline) {}

    public TaskDetails {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
        horizons = List.copyOf(horizons);
    }
}

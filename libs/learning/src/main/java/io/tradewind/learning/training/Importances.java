package io.tradewind.learning.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.tradewind.learning.boosting.TreeContributions;
import io.tradewind.learning.bundle.BundleMember;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.explanation.Explanations;
import io.tradewind.learning.importance.Contributions;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.importance.PermutationImportance;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;
import io.tradewind.learning.tree.TreeModels;

/**
 * Explains a model on validation rows: test rows only judge. How much is measured is fixed in rows and forecasts, not by a clock, so
 * that the same training writes the same file.
 */
final class Importances {

    private static final int ROWS = 400;
    private static final int REPEATS = 3;
    private static final double SMALLEST = 1e-12;

    private static final int TREE_ROWS = 150;
    private static final int BACKGROUND = 8;
    private static final int MOST_SAMPLED_ROWS = 50;
    /** Forecasts that sampled contributions may cost; a network with 60 features explains some 15 rows with them. */
    private static final int SAMPLED_FORECASTS = 15_000;

    private static final int CURVES = 10;
    private static final int CURVE_POINTS = 9;
    private static final int CURVE_ROWS = 100;

    private Importances() {}

    static FeatureImportance of(TrainingPlan plan, Material material, Predictor predictor, Fitted fitted) {
        FeatureImportance permuted = permuted(plan, material.validation(), predictor, fitted);
        Contributions contributions = contributions(plan, material, predictor, fitted);
        List<String> strongest = predictor.features().stream()
                .sorted(Comparator.comparingDouble(contributions::meanAbsolute).reversed())
                .limit(CURVES)
                .toList();
        Samples rows = spread(material.validation(), CURVE_ROWS);
        return permuted.with(
                contributions,
                Explanations.dependence(predictor, rows.windows(0, rows.size()), rows.size(), strongest, CURVE_POINTS));
    }

    private static FeatureImportance permuted(
            TrainingPlan plan, Samples validation, Predictor predictor, Fitted fitted) {
        Samples rows = spread(validation, ROWS);
        return PermutationImportance.measure(
                predictor.features(),
                rows.windows(0, rows.size()),
                rows.size(),
                REPEATS,
                plan.seed(),
                gains(fitted, predictor.features().size()),
                windows -> loss(plan.task(), rows, predictor.predictBatch(windows, rows.size())));
    }

    /** By the trees' own library where there is one margin to take apart, otherwise by asking the predictor. */
    private static Contributions contributions(
            TrainingPlan plan, Material material, Predictor predictor, Fitted fitted) {
        boolean logOdds = plan.task() == Task.DIRECTION;
        boolean oneMargin = fitted.members().isEmpty() && TreeModels.readable(fitted.modelFile());
        if (oneMargin && (logOdds || plan.task() == Task.RETURN)) {
            Samples rows = spread(material.validation(), TREE_ROWS);
            return TreeContributions.of(
                    fitted.modelFile(),
                    fitted.models().get(fitted.modelFile()),
                    logOdds,
                    predictor.features(),
                    rows.matrix(),
                    rows.size());
        }
        int perRow = 2 * BACKGROUND * predictor.features().size();
        int most = Math.max(1, Math.min(MOST_SAMPLED_ROWS, SAMPLED_FORECASTS / perRow));
        Samples rows = spread(material.validation(), most);
        Samples background = spread(material.training(), BACKGROUND);
        return Explanations.contributions(
                predictor,
                rows.windows(0, rows.size()),
                rows.size(),
                background.windows(0, background.size()),
                background.size(),
                plan.seed());
    }

    /** At most so many rows, evenly spread. */
    private static Samples spread(Samples samples, int most) {
        int step = Math.max(1, samples.size() / most);
        int[] ends = IntStream.range(0, Math.min(most, samples.size()))
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

    /** Shares of the loss that trees saved by each feature, by the weights of the members; empty where a member is a network. */
    private static double[] gains(Fitted fitted, int features) {
        if (!fitted.models().keySet().stream().allMatch(TreeModels::readable)) {
            return new double[0];
        }
        double[] gains = new double[features];
        fitted.models().forEach((file, bytes) -> {
            double[] flat = TreeModels.read(file, bytes).gains();
            double total = Arrays.stream(flat).sum();
            for (int i = 0; total > 0 && i < flat.length; i++) {
                gains[i % features] += weight(fitted, file) * flat[i] / total;
            }
        });
        return gains;
    }

    private static double weight(Fitted fitted, String file) {
        return fitted.members().stream()
                .filter(member -> member.file().equals(file))
                .mapToDouble(BundleMember::weight)
                .findFirst()
                .orElse(1);
    }
}

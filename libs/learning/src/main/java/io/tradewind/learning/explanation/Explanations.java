package io.tradewind.learning.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.tradewind.learning.importance.Contributions;
import io.tradewind.learning.importance.FeatureImportance;
import io.tradewind.learning.importance.PartialDependence;
import io.tradewind.learning.importance.PermutationImportance;
import io.tradewind.learning.importance.SampledShapley;
import io.tradewind.learning.importance.WindowScorer;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.learning.task.Task;

/**
 * Explains any predictor by asking it. What is explained is P(up) where the model gives one, the expected return of the first horizon
 * where it gives returns, otherwise the confidence. All methods are deterministic for a seed and cost a number of forecasts that
 * their arguments fix.
 */
public final class Explanations {

    /** Windows per call: larger batches make no forecast cheaper but hold more native memory. */
    private static final int BATCH = 256;

    private static final String UP = "up";

    private static final String RETURN = Task.RETURN.outputNames().get(0);

    private Explanations() {}

    /**
     * Rise of the loss when a feature's values are shuffled between rows, most important first.
     *
     * @param windows windows of shape (count, window, features)
     * @param loss mean loss of forecasts for those windows, in their order
     */
    public static FeatureImportance permutation(
            Predictor predictor,
            double[] windows,
            int count,
            int repeats,
            long seed,
            ToDoubleFunction<Forecast[]> loss) {
        return PermutationImportance.measure(
                predictor.features(),
                windows,
                count,
                repeats,
                seed,
                new double[0],
                changed -> loss.applyAsDouble(forecasts(predictor, changed, count)));
    }

    /**
     * Sampled Shapley values; see {@link SampledShapley} for what they cost.
     *
     * @param windows windows of shape (count, window, features) to explain
     * @param background windows of shape (backgroundCount, window, features) that stand for a feature's absence
     */
    public static Contributions contributions(
            Predictor predictor, double[] windows, int count, double[] background, int backgroundCount, long seed) {
        return SampledShapley.of(
                scorer(predictor),
                forecastsReturns(predictor) ? "return" : "probability",
                predictor.features(),
                windows,
                count,
                background,
                backgroundCount,
                seed);
    }

    /**
     * Partial dependence of some features; costs {@code names * points * count} forecasts.
     *
     * @param windows windows of shape (count, window, features)
     * @param names of the predictor's features
     */
    public static List<PartialDependence> dependence(
            Predictor predictor, double[] windows, int count, List<String> names, int points) {
        WindowScorer scorer = scorer(predictor);
        return names.stream()
                .map(name -> PartialDependence.of(
                        scorer, predictor.features(), position(predictor, name), windows, count, points))
                .toList();
    }

    private static int position(Predictor predictor, String name) {
        int position = predictor.features().indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException(
                    "feature must be one of %s, was %s".formatted(predictor.features(), name));
        }
        return position;
    }

    /** What is explained of each forecast. */
    static WindowScorer scorer(Predictor predictor) {
        int up = predictor.outputs().indexOf(UP);
        ToDoubleFunction<Forecast> score = up >= 0
                ? forecast -> forecast.outputs()[up]
                : forecastsReturns(predictor) ? Forecast::expectedReturn : Forecast::confidence;
        return (windows, count) -> Arrays.stream(forecasts(predictor, windows, count))
                .mapToDouble(score)
                .toArray();
    }

    private static boolean forecastsReturns(Predictor predictor) {
        return predictor.outputs().get(0).startsWith(RETURN);
    }

    private static Forecast[] forecasts(Predictor predictor, double[] windows, int count) {
        Forecast[] forecasts = new Forecast[count];
        int length = windows.length / count;
        for (int from = 0; from < count; from += BATCH) {
            int size = Math.min(BATCH, count - from);
            double[] part =
                    size == count ? windows : Arrays.copyOfRange(windows, from * length, (from + size) * length);
            System.arraycopy(predictor.predictBatch(part, size), 0, forecasts, from, size);
        }
        return forecasts;
    }
}

package io.tradewind.learning.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Shuffles one feature between rows and sees how much the loss rises (Breiman 2001; Fisher, Rudin and Dominici 2019). The
 * feature moves in all steps of a window together. Correlated features stand in for each other, so both may look useless.
 */
public final class PermutationImportance {

    private PermutationImportance() {}

    /**
     * Measures all features.
     *
     * @param windows windows of shape (count, window, features); left as they were
     * @param gains total gain per feature where there is one, else empty
     * @param loss mean loss of the model on such windows
     */
    public static FeatureImportance measure(
            List<String> features,
            double[] windows,
            int count,
            int repeats,
            long seed,
            double[] gains,
            ToDoubleFunction<double[]> loss) {
        SplittableRandom random = new SplittableRandom(seed);
        double base = loss.applyAsDouble(windows);
        double totalGain = Arrays.stream(gains).sum();
        List<FeatureImportance.Entry> entries = new ArrayList<>();
        for (int feature = 0; feature < features.size(); feature++) {
            double[] rises = new double[repeats];
            for (int repeat = 0; repeat < repeats; repeat++) {
                double[] shuffled = shuffle(windows, count, feature, features.size(), random);
                rises[repeat] = loss.applyAsDouble(shuffled) - base;
            }
            double gain = gains.length == 0 ? Double.NaN : totalGain == 0 ? 0 : gains[feature] / totalGain;
            entries.add(entry(features.get(feature), rises, gain));
        }
        entries.sort(
                Comparator.comparingDouble(FeatureImportance.Entry::importance).reversed());
        return new FeatureImportance("permutation", count, repeats, entries);
    }

    private static FeatureImportance.Entry entry(String name, double[] rises, double gain) {
        double mean = Arrays.stream(rises).average().orElseThrow();
        double squares =
                Arrays.stream(rises).map(rise -> (rise - mean) * (rise - mean)).sum();
        double deviation = rises.length < 2 ? 0 : Math.sqrt(squares / (rises.length - 1));
        return new FeatureImportance.Entry(name, mean, deviation, gain);
    }

    private static double[] shuffle(double[] windows, int count, int feature, int features, SplittableRandom random) {
        double[] shuffled = windows.clone();
        int length = windows.length / count;
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        for (int i = 0; i < count; i++) {
            for (int k = feature; k < length; k += features) {
                shuffled[i * length + k] = windows[order[i] * length + k];
            }
        }
        return shuffled;
    }
}

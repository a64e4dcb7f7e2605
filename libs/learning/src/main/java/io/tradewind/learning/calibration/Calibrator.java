package io.tradewind.learning.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Fits calibrations on validation rows, which the model itself was not fitted on. */
public final class Calibrator {

    private static final int STEPS = 50;
    private static final double CONVERGED = 1e-9;
    private static final double RIDGE = 1e-6;
    private static final double LARGEST_SLOPE = 10;
    private static final double SMALLEST_SLOPE = 1e-3;
    /** Isotonic regression needs rows in every stretch; below this Platt scaling is used in its place. */
    private static final int FEWEST_ISOTONIC_ROWS = 1000;
    /** Fewer examples say more about themselves than about the label. */
    private static final int FEWEST_OF_A_LABEL = 10;

    private Calibrator() {}

    /**
     * Fits P(up) to what happened.
     *
     * @param probabilities raw P(up)
     * @param up whether it went up
     */
    public static Calibration fit(Calibration.Method method, double[] probabilities, boolean[] up) {
        if (probabilities.length == 0) {
            return Calibration.NONE;
        }
        return switch (method) {
            case NONE -> Calibration.NONE;
            case TEMPERATURE -> temperature(probabilities, up);
            case PLATT -> platt(probabilities, up);
            case ISOTONIC ->
                probabilities.length < FEWEST_ISOTONIC_ROWS ? platt(probabilities, up) : isotonic(probabilities, up);
        };
    }

    /** Newton's method on the log loss in the one slope; a model whose scores point the wrong way gets almost none. */
    private static Calibration temperature(double[] probabilities, boolean[] up) {
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double gradient = 0;
            double curvature = RIDGE;
            for (int i = 0; i < up.length; i++) {
                double x = Calibration.logOdds(probabilities[i]);
                double p = Calibration.logistic(slope * x);
                gradient += (p - (up[i] ? 1 : 0)) * x;
                curvature += p * (1 - p) * x * x;
            }
            double next = clamp(slope - gradient / curvature);
            boolean converged = Math.abs(next - slope) < CONVERGED;
            slope = next;
            if (converged) {
                break;
            }
        }
        return Calibration.logistic(Calibration.Method.TEMPERATURE, slope, 0);
    }

    /**
     * Fits the probabilities of classes that exclude each other by one temperature, whatever method but none was asked for: it is
     * Newton's method on the log loss in the slope of all log probabilities (Guo et al. 2017).
     *
     * @param probabilities raw ones of each row
     * @param classes what it turned out to be
     */
    public static Calibration fitClasses(Calibration.Method method, double[][] probabilities, int[] classes) {
        if (method == Calibration.Method.NONE || classes.length == 0) {
            return Calibration.NONE;
        }
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double gradient = 0;
            double curvature = RIDGE;
            for (int i = 0; i < classes.length; i++) {
                double[] moments = moments(probabilities[i], slope);
                gradient += moments[0] - logarithm(probabilities[i][classes[i]]);
                curvature += moments[1];
            }
            double next = clamp(slope - gradient / curvature);
            boolean converged = Math.abs(next - slope) < CONVERGED;
            slope = next;
            if (converged) {
                break;
            }
        }
        return Calibration.logistic(Calibration.Method.TEMPERATURE, slope, 0);
    }

    /** Mean and variance of the log probabilities under the probabilities raised to the slope. */
    private static double[] moments(double[] probabilities, double slope) {
        double[] scaled = probabilities.clone();
        Calibration.logistic(Calibration.Method.TEMPERATURE, slope, 0).calibrateClasses(scaled);
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < scaled.length; k++) {
            double value = logarithm(probabilities[k]);
            mean += scaled[k] * value;
            squares += scaled[k] * value * value;
        }
        return new double[] {mean, squares - mean * mean};
    }

    private static double logarithm(double probability) {
        return Math.log(Math.max(Calibration.SMALLEST, probability));
    }

    /**
     * Fits each label's probability by itself: by isotonic regression if that was asked for, otherwise by Platt's line, because a
     * temperature alone cannot move a rare label's base rate. A label with too few rows on either side is left as it is.
     *
     * @param probabilities raw ones, rows of as many labels
     * @param holds whether each label holds in each row
     */
    public static Calibration fitLabels(Calibration.Method method, double[][] probabilities, boolean[][] holds) {
        if (method == Calibration.Method.NONE || probabilities.length == 0) {
            return Calibration.NONE;
        }
        Calibration.Method single =
                method == Calibration.Method.ISOTONIC ? Calibration.Method.ISOTONIC : Calibration.Method.PLATT;
        List<Calibration> labels = new ArrayList<>();
        for (int label = 0; label < probabilities[0].length; label++) {
            int column = label;
            double[] raw =
                    Arrays.stream(probabilities).mapToDouble(row -> row[column]).toArray();
            boolean[] is = new boolean[raw.length];
            int count = 0;
            for (int i = 0; i < is.length; i++) {
                is[i] = holds[i][column];
                count += is[i] ? 1 : 0;
            }
            boolean enough = Math.min(count, is.length - count) >= FEWEST_OF_A_LABEL;
            labels.add(enough ? fit(single, raw, is) : Calibration.NONE);
        }
        return Calibration.perOutput(labels);
    }

    private static double clamp(double slope) {
        return Math.max(SMALLEST_SLOPE, Math.min(LARGEST_SLOPE, slope));
    }

    /** Newton's method in slope and intercept. */
    private static Calibration platt(double[] probabilities, boolean[] up) {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] sums = derivatives(probabilities, up, slope, intercept);
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            double slopeStep = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double interceptStep = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            double next = clamp(slope - slopeStep);
            boolean converged = Math.abs(next - slope) + Math.abs(interceptStep) < CONVERGED;
            slope = next;
            intercept -= interceptStep;
            if (converged) {
                break;
            }
        }
        return Calibration.logistic(Calibration.Method.PLATT, slope, intercept);
    }

    /** Gradient by slope and intercept, then the second derivatives slope-slope, slope-intercept, intercept-intercept. */
    private static double[] derivatives(double[] probabilities, boolean[] up, double slope, double intercept) {
        double[] sums = {0, 0, RIDGE, 0, RIDGE};
        for (int i = 0; i < up.length; i++) {
            double x = Calibration.logOdds(probabilities[i]);
            double p = Calibration.logistic(slope * x + intercept);
            double error = p - (up[i] ? 1 : 0);
            double weight = p * (1 - p);
            sums[0] += error * x;
            sums[1] += error;
            sums[2] += weight * x * x;
            sums[3] += weight * x;
            sums[4] += weight;
        }
        return sums;
    }

    /** Pool adjacent violators (Ayer et al. 1955): neighbouring blocks merge until their means never fall. */
    private static Calibration isotonic(double[] probabilities, boolean[] up) {
        int[] order = IntStream.range(0, up.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] inputs = new double[order.length];
        double[] means = new double[order.length];
        double[] weights = new double[order.length];
        int blocks = 0;
        for (int index : order) {
            inputs[blocks] = probabilities[index];
            means[blocks] = up[index] ? 1 : 0;
            weights[blocks] = 1;
            blocks++;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
                blocks--;
                merge(inputs, means, weights, blocks - 1);
            }
        }
        return Calibration.isotonic(rising(inputs, blocks), smoothed(means, weights, blocks));
    }

    private static void merge(double[] inputs, double[] means, double[] weights, int into) {
        double weight = weights[into] + weights[into + 1];
        inputs[into] = (inputs[into] * weights[into] + inputs[into + 1] * weights[into + 1]) / weight;
        means[into] = (means[into] * weights[into] + means[into + 1] * weights[into + 1]) / weight;
        weights[into] = weight;
    }

    private static List<Double> rising(double[] inputs, int blocks) {
        List<Double> rising = new ArrayList<>();
        Arrays.stream(inputs, 0, blocks).forEach(rising::add);
        return rising;
    }

    /** Blocks of one class would claim certainty; a pseudo-count of one half on each side (Krichevsky-Trofimov) does not. */
    private static List<Double> smoothed(double[] means, double[] weights, int blocks) {
        List<Double> values = new ArrayList<>();
        double lowest = 0;
        for (int block = 0; block < blocks; block++) {
            lowest = Math.max(lowest, (means[block] * weights[block] + 0.5) / (weights[block] + 1));
            values.add(lowest);
        }
        return values;
    }

    /**
     * What a regression's residuals on validation rows say: their deviation, and the split-conformal radius that covers a new
     * value with at least the level's probability if rows are exchangeable (Vovk et al. 2005); markets are not quite.
     */
    public static Calibration residuals(double[] residuals, double level) {
        double squares = Arrays.stream(residuals).map(value -> value * value).sum();
        double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        int rank = (int) Math.ceil(level * (sizes.length + 1));
        double radius = sizes[Math.min(rank, sizes.length) - 1];
        return Calibration.residuals(Math.sqrt(squares / sizes.length), radius, level);
    }
}

package io.tradewind.learning.training;

import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Scalers;

/**
 * Linear models of the move's sign on the newest row's standardised features; missing values count as the mean. The penalty is one
 * percent of the rows, enough to keep correlated indicators from cancelling each other.
 */
final class LinearBaseline {

    private static final double PENALTY_SHARE = 0.01;
    private static final double LIMIT = 10;
    private static final int NEWTON_STEPS = 6;
    private static final double CONVERGED = 1e-4;

    private final ScalerSpec scaler;
    private final double[] weights;

    private LinearBaseline(ScalerSpec scaler, double[] weights) {
        this.scaler = scaler;
        this.weights = weights;
    }

    /** Ridge regression of the sign. */
    static LinearBaseline ridge(Samples training) {
        ScalerSpec scaler = Scalers.fit("standard", training);
        int size = training.data().features() + 1;
        double[][] products = new double[size][size];
        double[] targets = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < training.size(); i++) {
            fill(row, training, i, scaler);
            double target = Math.signum(training.returnAfter(i));
            accumulate(products, row, 1);
            for (int a = 0; a < size; a++) {
                targets[a] += row[a] * target;
            }
        }
        penalise(products, training.size());
        return new LinearBaseline(scaler, Cholesky.solve(products, targets));
    }

    /** Logistic regression with a quadratic penalty, by Newton's method; rows that did not move are left out. */
    static LinearBaseline logistic(Samples training) {
        ScalerSpec scaler = Scalers.fit("standard", training);
        double[] weights = new double[training.data().features() + 1];
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double[] change = newtonStep(training, scaler, weights);
            double largest = 0;
            for (int a = 0; a < weights.length; a++) {
                weights[a] += change[a];
                largest = Math.max(largest, Math.abs(change[a]));
            }
            if (largest < CONVERGED) {
                break;
            }
        }
        return new LinearBaseline(scaler, weights);
    }

    private static double[] newtonStep(Samples training, ScalerSpec scaler, double[] weights) {
        int size = weights.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < training.size(); i++) {
            double move = training.returnAfter(i);
            if (move == 0) {
                continue;
            }
            fill(row, training, i, scaler);
            double up = 1 / (1 + Math.exp(-dot(weights, row)));
            accumulate(curvature, row, up * (1 - up));
            for (int a = 0; a < size; a++) {
                slope[a] += row[a] * ((move > 0 ? 1 : 0) - up);
            }
        }
        // A quarter of ridge's penalty weighs as much here: so small is the curvature at even odds.
        penalise(curvature, training.size() / 4.0);
        for (int a = 1; a < size; a++) {
            slope[a] -= PENALTY_SHARE * training.size() / 4.0 * weights[a];
        }
        return Cholesky.solve(curvature, slope);
    }

    /** Adds a row's outer product to the lower triangle. */
    private static void accumulate(double[][] lower, double[] row, double weight) {
        for (int a = 0; a < row.length; a++) {
            double weighted = weight * row[a];
            for (int b = 0; b <= a; b++) {
                lower[a][b] += weighted * row[b];
            }
        }
    }

    /** All but the intercept. */
    private static void penalise(double[][] lower, double rows) {
        for (int a = 1; a < lower.length; a++) {
            lower[a][a] += PENALTY_SHARE * rows;
        }
    }

    /** A leading one for the intercept, then the scaled features. */
    private static void fill(double[] row, Samples samples, int i, ScalerSpec scaler) {
        row[0] = 1;
        for (int feature = 0; feature < samples.data().features(); feature++) {
            double value = samples.data().value(samples.end(i), feature);
            double scaled =
                    (value - scaler.offsets().get(feature)) * scaler.factors().get(feature);
            row[feature + 1] = Double.isFinite(scaled) ? Math.max(-LIMIT, Math.min(LIMIT, scaled)) : 0;
        }
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += weights[k] * row[k];
        }
        return sum;
    }

    int[] directions(Samples samples) {
        int[] directions = new int[samples.size()];
        double[] row = new double[weights.length];
        for (int i = 0; i < directions.length; i++) {
            fill(row, samples, i, scaler);
            directions[i] = (int) Math.signum(dot(weights, row));
        }
        return directions;
    }
}

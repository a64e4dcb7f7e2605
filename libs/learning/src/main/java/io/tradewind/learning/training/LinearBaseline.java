package io.tradewind.learning.training;

import io.tradewind.learning.bundle.ScalerSpec;
import io.tradewind.learning.dataset.Samples;
import io.tradewind.learning.dataset.Scalers;

/**
 * Ridge regression of the return's sign on the newest row's standardised features; missing values count as the mean. The penalty
 * is one percent of the rows, enough to keep correlated indicators from cancelling each other.
 */
final class LinearBaseline {

    private static final double PENALTY_SHARE = 0.01;
    private static final double LIMIT = 10;

    private final ScalerSpec scaler;
    private final double[] weights;

    private LinearBaseline(ScalerSpec scaler, double[] weights) {
        this.scaler = scaler;
        this.weights = weights;
    }

    static LinearBaseline fit(Samples training) {
        ScalerSpec scaler = Scalers.fit("standard", training);
        int size = training.data().features() + 1;
        double[][] products = new double[size][size];
        double[] targets = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < training.size(); i++) {
            fill(row, training, i, scaler);
            double target = Math.signum(training.returnAfter(i));
            for (int a = 0; a < size; a++) {
                targets[a] += row[a] * target;
                for (int b = 0; b <= a; b++) {
                    products[a][b] += row[a] * row[b];
                }
            }
        }
        for (int a = 1; a < size; a++) {
            products[a][a] += PENALTY_SHARE * training.size();
        }
        return new LinearBaseline(scaler, solve(products, targets));
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

    /** Cholesky's method on the lower triangle of a positive definite matrix, which is overwritten. */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = lower[a][b];
                for (int k = 0; k < b; k++) {
                    sum -= lower[a][k] * lower[b][k];
                }
                lower[a][b] = a == b ? Math.sqrt(sum) : sum / lower[b][b];
            }
        }
        double[] solution = right.clone();
        for (int a = 0; a < size; a++) {
            for (int k = 0; k < a; k++) {
                solution[a] -= lower[a][k] * solution[k];
            }
            solution[a] /= lower[a][a];
        }
        for (int a = size - 1; a >= 0; a--) {
            for (int k = a + 1; k < size; k++) {
                solution[a] -= lower[k][a] * solution[k];
            }
            solution[a] /= lower[a][a];
        }
        return solution;
    }

    int[] directions(Samples samples) {
        int[] directions = new int[samples.size()];
        double[] row = new double[weights.length];
        for (int i = 0; i < directions.length; i++) {
            fill(row, samples, i, scaler);
            double sum = 0;
            for (int k = 0; k < row.length; k++) {
                sum += weights[k] * row[k];
            }
            directions[i] = (int) Math.signum(sum);
        }
        return directions;
    }
}

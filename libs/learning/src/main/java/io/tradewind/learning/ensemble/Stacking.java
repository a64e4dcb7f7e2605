package io.tradewind.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits stacking coefficients by ridge regression (Wolpert 1992; Breiman 1996) on members' forecasts for rows that they were not
 * fitted on: forecasts for their own training rows would favour whoever memorises best.
 *
 * <p>The penalty draws the factors towards the members' weights and not towards zero: with little evidence stacking is the
 * weighted mean.
 */
public final class Stacking {

    private Stacking() {}

    /**
     * An intercept and a factor per member for each output.
     *
     * @param forecasts members' raw outputs for each row, each of shape (members, outputs)
     * @param targets what happened, rows of as many outputs
     * @param ridge penalty in shares of the forecasts' own variance, above 0
     */
    public static Aggregation fit(
            List<Double> weights, List<double[]> forecasts, List<double[]> targets, double ridge) {
        List<Double> shares = Aggregation.shares(weights);
        int outputs = targets.get(0).length;
        List<List<Double>> coefficients = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            coefficients.add(output(shares, forecasts, targets, output, ridge));
        }
        return new Aggregation(Aggregation.Method.STACKING, shares, coefficients);
    }

    private static List<Double> output(
            List<Double> shares, List<double[]> forecasts, List<double[]> targets, int output, double ridge) {
        int members = shares.size();
        int outputs = targets.get(0).length;
        double[] means = means(forecasts, members, outputs, output);
        double target =
                targets.stream().mapToDouble(row -> row[output]).average().orElseThrow();
        double[][] products = new double[members][members];
        double[] right = new double[members];
        for (int row = 0; row < forecasts.size(); row++) {
            double[] centred = new double[members];
            double residual = targets.get(row)[output] - target;
            for (int a = 0; a < members; a++) {
                centred[a] = forecasts.get(row)[a * outputs + output] - means[a];
                residual -= shares.get(a) * centred[a];
            }
            for (int a = 0; a < members; a++) {
                right[a] += centred[a] * residual;
                for (int b = 0; b < members; b++) {
                    products[a][b] += centred[a] * centred[b];
                }
            }
        }
        double[] change = solve(products, right, ridge);
        List<Double> coefficients = new ArrayList<>();
        double intercept = target;
        for (int a = 0; a < members; a++) {
            intercept -= (shares.get(a) + change[a]) * means[a];
        }
        coefficients.add(intercept);
        for (int a = 0; a < members; a++) {
            coefficients.add(shares.get(a) + change[a]);
        }
        return coefficients;
    }

    private static double[] means(List<double[]> forecasts, int members, int outputs, int output) {
        double[] means = new double[members];
        Arrays.setAll(means, member -> forecasts.stream()
                .mapToDouble(row -> row[member * outputs + output])
                .average()
                .orElseThrow());
        return means;
    }

    /** Solves (products + penalty) x = right; the penalty keeps the matrix positive definite, so no pivoting is needed. */
    private static double[] solve(double[][] products, double[] right, double ridge) {
        int size = right.length;
        double trace = 0;
        for (int a = 0; a < size; a++) {
            trace += products[a][a];
        }
        if (trace == 0) {
            // Members that never move explain nothing.
            return new double[size];
        }
        for (int a = 0; a < size; a++) {
            products[a][a] += ridge * trace / size;
        }
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                double factor = products[b][a] / products[a][a];
                for (int k = a; k < size; k++) {
                    products[b][k] -= factor * products[a][k];
                }
                right[b] -= factor * right[a];
            }
        }
        double[] solution = new double[size];
        for (int a = size - 1; a >= 0; a--) {
            double sum = right[a];
            for (int k = a + 1; k < size; k++) {
                sum -= products[a][k] * solution[k];
            }
            solution[a] = sum / products[a][a];
        }
        return solution;
    }
}

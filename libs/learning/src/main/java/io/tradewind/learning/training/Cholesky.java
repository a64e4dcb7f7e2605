package io.tradewind.learning.training;

/** Solves linear equations with a symmetric positive definite matrix. */
final class Cholesky {

    private Cholesky() {}

    /** The solution; the lower triangle is overwritten, the upper one not looked at. */
    static double[] solve(double[][] lower, double[] right) {
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
}

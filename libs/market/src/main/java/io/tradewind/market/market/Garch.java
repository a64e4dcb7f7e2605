package io.tradewind.market.market;

/**
 * Fits a GARCH(1,1) to standardised returns by quasi maximum likelihood with variance targeting.
 *
 * <p>{@code h = (1 - a - b) + a e^2 + b h} for returns {@code e} of unit variance, so only two parameters are searched:
 * {@code a} and the persistence {@code a + b}. The search is a fixed grid and a shrinking pattern around its best
 * point: it never depends on an earlier fit, and costs about seventy passes over the returns. Source: Bollerslev
 * (1986); variance targeting: Engle and Mezrich (1996). Not for windows of fewer than some hundred returns.
 */
final class Garch {
    private static final double[] ALPHAS = {0.02, 0.05, 0.1, 0.2};
    private static final double[] PERSISTENCES = {0.7, 0.85, 0.93, 0.97, 0.99};
    private static final double LEAST = 1e-4;
    private static final double MOST_PERSISTENT = 0.9995;
    /** Variances multiplied before a logarithm is taken; each is within 1e-4..1e6, so the product stays finite. */
    private static final int PER_LOGARITHM = 16;

    double alpha;
    double persistence;

    private double best;

    /** Fits to {@code count} standardised squared returns, oldest first. */
    void fit(double[] squares, int count) {
        best = Double.POSITIVE_INFINITY;
        for (double a : ALPHAS) {
            for (double p : PERSISTENCES) {
                tryOut(squares, count, a, p);
            }
        }
        double alphaStep = 0.03;
        double persistenceStep = 0.05;
        for (int round = 0; round < 12; round++) {
            double a = alpha;
            double p = persistence;
            tryOut(squares, count, a + alphaStep, p);
            tryOut(squares, count, a - alphaStep, p);
            tryOut(squares, count, alpha, p + persistenceStep);
            tryOut(squares, count, alpha, p - persistenceStep);
            if (alpha == a && persistence == p) {
                alphaStep /= 2;
                persistenceStep /= 2;
            }
        }
    }

    private void tryOut(double[] squares, int count, double a, double p) {
        if (a < LEAST || p > MOST_PERSISTENT || p < a) {
            return;
        }
        double loss = loss(squares, count, a, p - a);
        if (loss < best) {
            best = loss;
            alpha = a;
            persistence = p;
        }
    }

    /** Twice the negative log likelihood, less its constant. */
    static double loss(double[] squares, int count, double a, double b) {
        double omega = 1 - a - b;
        double h = 1;
        double logs = 0;
        double product = 1;
        double ratios = 0;
        for (int i = 0; i < count; i++) {
            product *= h;
            ratios += squares[i] / h;
            if (i % PER_LOGARITHM == PER_LOGARITHM - 1) {
                logs += Math.log(product);
                product = 1;
            }
            h = omega + a * squares[i] + b * h;
        }
        return logs + Math.log(product) + ratios;
    }
}

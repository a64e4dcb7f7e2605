package io.tradewind.learning.importance;

import org.jspecify.annotations.Nullable;

/** Pearson's correlation of pairs seen one by one (Welford 1962). */
final class Correlation {

    /** Spread below which rounding, not the data, would decide the sign. */
    private static final double SMALLEST_SPREAD = 1e-24;

    private int count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    void add(double x, double y) {
        count++;
        double fromX = x - meanX;
        double fromY = y - meanY;
        meanX += fromX / count;
        meanY += fromY / count;
        squaresX += fromX * (x - meanX);
        squaresY += fromY * (y - meanY);
        products += fromX * (y - meanY);
    }

    @Nullable
    Double value() {
        boolean varies = squaresX > SMALLEST_SPREAD * count && squaresY > SMALLEST_SPREAD * count;
        return varies ? Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY))) : null;
    }
}

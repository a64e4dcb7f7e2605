package io.tradewind.learning.task;

/**
 * One forecast for the bar {@code horizonBars} ahead.
 *
 * @param direction -1 down, 0 undecided, flat or not asked for, 1 up
 * @param confidence calibrated probability that {@code direction} is right, 0..1; of patterns, that of the likeliest one
 * @param expectedReturn expected simple return over the primary horizon (0.01 = 1 %); 0 for patterns
 * @param outputs the model's outputs after calibration, in the order of the bundle's output names; not to be modified
 * @param lower lower end of the prediction interval of the return, NaN where the bundle carries none
 * @param upper upper end of the prediction interval of the return, NaN where the bundle carries none
 * @param spreads standard deviation between an ensemble's members for each output before calibration, empty for a single model; not
 *     to be modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Forecast(
        int direction,
        double confidence,
        double expectedReturn,
        double[] outputs,
        double lower,
        double upper,
        double[] spreads) {

    private static final double[] NONE = {};

    /** A forecast of a single model. */
    public Forecast(
            int direction, double confidence, double expectedReturn, double[] outputs, double lower, double upper) {
        this(direction, confidence, expectedReturn, outputs, lower, upper, NONE);
    }

    /** A forecast without a prediction interval. */
    public Forecast(int direction, double confidence, double expectedReturn, double[] outputs) {
        this(direction, confidence, expectedReturn, outputs, Double.NaN, Double.NaN);
    }

    /** The same forecast with how far the members lie apart. */
    public Forecast withSpreads(double[] others) {
        return new Forecast(direction, confidence, expectedReturn, outputs, lower, upper, others);
    }
}

package io.tradewind.learning.task;

/**
 * One forecast for the bar {@code horizonBars} ahead.
 *
 * @param direction -1 down, 0 undecided, 1 up
 * @param confidence calibrated probability that {@code direction} is right, 0..1
 * @param expectedReturn expected simple return over the horizon (0.01 = 1 %)
 * @param outputs the model's outputs after calibration, in the order of the bundle's output names; not to be modified
 * @param lower lower end of the prediction interval of the return, NaN where the bundle carries none
 * @param upper upper end of the prediction interval of the return, NaN where the bundle carries none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Forecast(
        int direction, double confidence, double expectedReturn, double[] outputs, double lower, double upper) {

    /** A forecast without a prediction interval. */
    public Forecast(int direction, double confidence, double expectedReturn, double[] outputs) {
        this(direction, confidence, expectedReturn, outputs, Double.NaN, Double.NaN);
    }
}

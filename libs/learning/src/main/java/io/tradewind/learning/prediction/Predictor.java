package io.tradewind.learning.prediction;

import java.util.Arrays;
import java.util.List;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.task.Forecast;

/**
 * Forecasts of one bundle's model; thread-safe and deterministic. Inputs are unscaled feature rows, oldest first, each with
 * the features in the bundle's order.
 */
public interface Predictor extends AutoCloseable {

    /**
     * Loads the model of a verified bundle.
     *
     * @throws BundleRefusedException if the model is unreadable or takes or gives other shapes than its manifest says
     */
    static Predictor open(Bundle bundle) {
        return PredictorFactory.open(bundle);
    }

    /** Rows one forecast takes. */
    int window();

    /** Values in a row, in order. */
    List<String> features();

    /** Names of {@link Forecast#outputs()}, in order. */
    List<String> outputs();

    /** Whether NaN means "missing" to the model; otherwise NaN is refused. */
    boolean acceptsMissing();

    /**
     * One forecast.
     *
     * @param window {@code window() * features().size()} values, row by row, the newest row last; not modified
     * @throws PredictionRefusedException if their number is wrong or one is not finite
     * @throws IllegalStateException after {@link #close()}
     */
    default Forecast predict(double[] window) {
        return predictBatch(window, 1)[0];
    }

    /**
     * Several forecasts at once.
     *
     * @param windows {@code count} windows, one after the other, of shape (count, window, features)
     * @throws PredictionRefusedException if the number of values is wrong or one is not finite
     * @throws IllegalStateException after {@link #close()}
     */
    Forecast[] predictBatch(double[] windows, int count);

    /**
     * One forecast's outputs, for callers that keep the arrays: tree ensembles allocate nothing.
     *
     * @param windows holds the window from {@code offset} on, as {@link #predict} takes it; not modified
     * @param outputs receives {@link Forecast#outputs()}; as long as {@link #outputs()}
     * @throws PredictionRefusedException if there are too few values or one is not finite
     * @throws IllegalStateException after {@link #close()}
     */
    default void predictInto(double[] windows, int offset, double[] outputs) {
        int length = window() * features().size();
        new Inputs(window(), features())
                .requireRoom(windows, offset, outputs, outputs().size());
        double[] own =
                predict(Arrays.copyOfRange(windows, offset, offset + length)).outputs();
        System.arraycopy(own, 0, outputs, 0, own.length);
    }

    /** Frees native memory after the predictions now running have finished; closing again does nothing. */
    @Override
    void close();
}

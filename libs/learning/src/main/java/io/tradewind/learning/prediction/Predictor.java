package io.tradewind.learning.prediction;

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

    /** Frees native memory after the predictions now running have finished; closing again does nothing. */
    @Override
    void close();
}

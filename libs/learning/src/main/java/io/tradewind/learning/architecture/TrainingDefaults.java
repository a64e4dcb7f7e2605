package io.tradewind.learning.architecture;

/**
 * How an architecture is trained unless the plan says otherwise.
 *
 * @param window rows of the feature matrix one forecast sees
 * @param epochs passes over the training rows, or boosting rounds for trees
 * @param learningRate Adam's step size, or a boosting round's shrinkage
 * @param patience epochs or rounds without a better validation loss before training stops
 * @param featureSet name of the feature set it is trained on
 */
public record TrainingDefaults(
        int window, int epochs, int batchSize, double learningRate, int patience, String featureSet) {

    /** The feature set of the candles themselves. */
    public static final String CANDLES = "candle";

    private static final String STATIONARY = "stationary";

    TrainingDefaults(int window, int epochs, int batchSize, double learningRate, int patience) {
        this(window, epochs, batchSize, learningRate, patience, STATIONARY);
    }
}

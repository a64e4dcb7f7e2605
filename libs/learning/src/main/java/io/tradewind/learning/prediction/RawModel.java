package io.tradewind.learning.prediction;

/** A loaded model that also shows its outputs before calibration, as predictors of several models combine them. */
interface RawModel extends Predictor {

    /**
     * Raw outputs of several windows; the model sees the newest rows of each.
     *
     * @param windows {@code count} windows one after the other
     * @param length values in one of them, at least as many as the model takes
     * @param target gets the outputs of window {@code i} from {@code at + i * stride} on
     * @throws PredictionRefusedException if a value the model sees is not finite
     * @throws IllegalStateException after {@link #close()}
     */
    void raw(double[] windows, int count, int length, double[] target, int at, int stride);
}

package io.tradewind.learning.fit;

/** Fits models of one family. */
@FunctionalInterface
public interface ModelFitter {

    /**
     * Fits a model and keeps the state of the epoch with the lowest validation loss.
     *
     * @throws FitFailedException if the loss diverges or the product is not what was fitted
     * @throws java.util.concurrent.CancellationException if the monitor stops it
     */
    FittedModel fit(FitRequest request);
}

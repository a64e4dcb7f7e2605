package io.tradewind.learning.fit;

/** Watches a fit: hears of each epoch and may stop it. */
public interface FitMonitor {

    /** Throws {@link java.util.concurrent.CancellationException} if the fit is to stop; called before every batch or round. */
    void check();

    /** The fit goes on from a checkpoint that was taken after this epoch. */
    default void resumed(int epoch) {}

    /**
     * An epoch or round has finished.
     *
     * @param epoch from 1
     * @param best whether its validation loss is the lowest yet
     */
    void epoch(int epoch, double trainingLoss, double validationLoss, boolean best);
}

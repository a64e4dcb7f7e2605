package io.tradewind.learning.training;

/** Hears of a training's progress on the training's thread; it should return quickly. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores progress. */
    ProgressListener NONE = progress -> {};

    void onProgress(TrainingProgress progress);

    /** The training goes on after this epoch instead of beginning. */
    default void onResumed(int epoch) {}
}

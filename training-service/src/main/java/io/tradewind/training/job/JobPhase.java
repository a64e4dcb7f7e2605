package io.tradewind.training.job;

/** What a running job is at. */
public enum JobPhase {
    /** Its candles are written out for the worker. */
    PREPARING,
    TRAINING,
    /** Its bundle is being made a version in the registry. */
    REGISTERING
}

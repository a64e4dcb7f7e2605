package io.tradewind.contracts.experiment;

/** Where an experiment stands. */
public enum ExperimentStatus {
    DRAFT,
    RUNNING,
    PAUSED,
    /** Ended, with a conclusion; never starts again. */
    STOPPED
}

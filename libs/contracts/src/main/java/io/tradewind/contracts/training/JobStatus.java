package io.tradewind.contracts.training;

/** Where a training job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    /** The bundle is in the registry and READY. */
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean terminal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}

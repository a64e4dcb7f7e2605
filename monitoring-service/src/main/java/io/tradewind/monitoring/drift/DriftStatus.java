package io.tradewind.monitoring.drift;

/** Whether drift scores can be given. */
public enum DriftStatus {
    SCORED,
    /** Fewer rows than a score needs: that is no statement about drift, neither good nor bad. */
    NOT_ENOUGH_DATA,
    /** The version's reference has not been fetched yet. */
    REFERENCE_PENDING,
    /** The registry has no reference for this version. */
    NO_REFERENCE,
    /** The scores were measured elsewhere and recorded here. */
    RECORDED
}

package io.tradewind.contracts.model;

/** Whether a version's bundle can be relied on. */
public enum VersionStatus {
    /** Numbered, its bundle not complete yet. */
    PENDING,
    /** Every file is there, every digest verified. */
    READY,
    /** Refused; the reason is kept with it. */
    FAILED
}

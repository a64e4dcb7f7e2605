package io.tradewind.launcher.status;

/** Where a process of the fleet stands. */
public enum ProcessState {
    STOPPED,
    STARTING,
    READY,
    STOPPING,
    /** It died and is started again in a moment. */
    BACKING_OFF,
    /** It died too often; it stays down until it is started by hand. */
    FAILED
}

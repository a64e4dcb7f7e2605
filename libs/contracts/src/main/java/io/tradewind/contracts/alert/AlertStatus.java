package io.tradewind.contracts.alert;

/** Where an alert stands. */
public enum AlertStatus {
    FIRING,
    /** Still firing; somebody has taken note. */
    ACKNOWLEDGED,
    RESOLVED
}

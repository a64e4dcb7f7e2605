package io.tradewind.monitoring.threshold;

/** On which side of the limit an alert fires. */
public enum Comparison {
    BELOW,
    ABOVE
}

package io.tradewind.inference.prediction;

/** How a request body names its tensor. */
public enum BodyShape {
    /** {@code instances} and what goes with it. */
    CANONICAL,
    /** {@code inputData} or {@code input_data}, as in the system before. */
    LEGACY
}

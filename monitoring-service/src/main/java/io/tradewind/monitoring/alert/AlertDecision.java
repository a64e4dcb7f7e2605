package io.tradewind.monitoring.alert;

/** What an evaluation comes to. */
sealed interface AlertDecision {

    /** The limit was crossed. */
    record Fire(double value, long sample) implements AlertDecision {}

    /** The metric is well on the good side again. */
    record Resolve(double value, long sample) implements AlertDecision {}

    /** Nothing changes. */
    record Stay() implements AlertDecision {}
}

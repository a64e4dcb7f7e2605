package io.tradewind.training.execution;

import java.time.Duration;

/** How a worker process ended. */
sealed interface WorkerEnd {

    /** With a bundle in its folder. */
    record Finished(String bundleDigest) implements WorkerEnd {}

    /** With a reason that would come up again. */
    record Refused(String reason) implements WorkerEnd {}

    /** Without a word. */
    record Died(String reason) implements WorkerEnd {}

    record TimedOut(Duration limit) implements WorkerEnd {}

    /** Because of the signal. */
    record Stopped() implements WorkerEnd {}
}

package io.tradewind.launcher.fleet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks at something that does not tell when it changes. */
public final class Pause {
    private static final Duration BRIEF = Duration.ofMillis(100);

    private Pause() {}

    /** A tenth of a second. */
    public static void briefly() {
        of(BRIEF);
    }

    /** So long; fails when the thread is interrupted. */
    public static void of(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new FleetFailure("interrupted");
        }
    }
}

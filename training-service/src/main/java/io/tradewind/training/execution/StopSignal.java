package io.tradewind.training.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Tells the thread that sees an attempt through to give it up; the first cause counts. */
final class StopSignal {

    enum Cause {
        CANCEL,
        /** This service stops in order. */
        SHUTDOWN,
        /** The job is another's now. */
        LEASE_LOST
    }

    private final AtomicReference<Cause> cause = new AtomicReference<>();
    private final CountDownLatch raised = new CountDownLatch(1);

    void raise(Cause why) {
        cause.compareAndSet(null, why);
        raised.countDown();
    }

    Optional<Cause> cause() {
        return Optional.ofNullable(cause.get());
    }

    boolean isRaised() {
        return raised.getCount() == 0;
    }

    /** Waits this long, or until it is raised; tells whether it is. */
    boolean pause(Duration patience) throws InterruptedException {
        return raised.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package io.tradewind.kit.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;

/**
 * Wakes the relay when there may be something to publish.
 *
 * <p>An append does not know when its transaction commits. Most do within milliseconds, so the relay is woken a little
 * later and then looks often for a while; a transaction that takes longer is found by the slow poll.
 */
@Singleton
class OutboxNudge {

    private static final long COMMIT_LIKELY_MILLIS = 4;
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long BUSY_POLL_MILLIS = 100;
    private static final long IDLE_POLL_MILLIS = 1_000;

    private final Vertx vertx;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private volatile long busyUntil = System.nanoTime();
    private boolean pending;

    OutboxNudge(Vertx vertx) {
        this.vertx = vertx;
    }

    void appended() {
        busyUntil = System.nanoTime() + BUSY_NANOS;
        vertx.setTimer(COMMIT_LIKELY_MILLIS, ignored -> wake());
    }

    void wake() {
        lock.lock();
        try {
            pending = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits to be woken, or for the next poll. */
    void await() throws InterruptedException {
        boolean busy = busyUntil - System.nanoTime() > 0;
        long nanos = TimeUnit.MILLISECONDS.toNanos(busy ? BUSY_POLL_MILLIS : IDLE_POLL_MILLIS);
        lock.lockInterruptibly();
        try {
            while (!pending && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
            pending = false;
        } finally {
            lock.unlock();
        }
    }
}

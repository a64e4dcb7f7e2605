package io.tradewind.kit.kafka;

import java.time.Duration;

import org.jboss.logging.Logger;

/** A named daemon thread for a loop that polls; it ends when its body returns or is interrupted. */
public final class LoopThread {

    private static final Logger LOG = Logger.getLogger(LoopThread.class);

    private final Thread thread;

    private LoopThread(Thread thread) {
        this.thread = thread;
    }

    /** What runs on the thread. */
    @FunctionalInterface
    public interface Body {
        /** Runs until done; an InterruptedException just ends it. */
        void run() throws InterruptedException;
    }

    /** Starts the body on a thread of this name. */
    public static LoopThread start(String name, Body body) {
        // The thread that starts an application carries its class loader, which Kafka needs to find its classes.
        Thread thread = new Thread(() -> guarded(name, body), name);
        thread.setContextClassLoader(LoopThread.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return new LoopThread(thread);
    }

    private static void guarded(String name, Body body) {
        try {
            body.run();
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException ended) {
            LOG.debugf("%s was interrupted", name);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "%s ended for good; readiness and restarts are up to the platform now", name);
        }
    }

    /** Waits for the body to end by itself, then interrupts it. */
    public void join(Duration limit) {
        try {
            thread.join(limit.toMillis());
            if (thread.isAlive()) {
                LOG.warnf("%s did not end within %s and is interrupted", thread.getName(), limit);
                thread.interrupt();
                thread.join(1_000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the body still runs. */
    public boolean alive() {
        return thread.isAlive();
    }
}

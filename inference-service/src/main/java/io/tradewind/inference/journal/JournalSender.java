package io.tradewind.inference.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

/**
 * Reads the log behind the writer and hands its records to the sink, again from the first unacknowledged one whenever
 * one did not arrive. A record may so arrive twice; its prediction id is the same both times.
 */
final class JournalSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JournalSender.class);
    private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How the sender paces itself. */
    record Pace(int maxInFlight, Duration retryDelay, Duration retryMaxDelay, Duration closeTimeout) {}

    private final JournalLog log;
    private final RecordSink sink;
    private final JournalCounters counters;
    private final Pace pace;
    private final Acknowledgements acknowledgements;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private volatile boolean closed;
    private long position;
    private long savedAt = System.nanoTime();
    private int failures;

    JournalSender(JournalLog log, RecordSink sink, JournalCounters counters, Pace pace) {
        this.log = log;
        this.sink = sink;
        this.counters = counters;
        this.pace = pace;
        this.position = log.acknowledged();
        this.acknowledgements = new Acknowledgements(position);
        this.thread = Thread.ofPlatform().name("journal-sender").daemon().start(this::run);
    }

    /** Something was appended. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (IOException | RuntimeException e) {
                LOG.error("cannot read the prediction journal; trying again", e);
                pause(pace.retryMaxDelay().toMillis());
            }
        }
    }

    private void step() throws IOException {
        if (failure.get() != null) {
            startOver();
            return;
        }
        settle();
        JournalLog.Chunk chunk = log.read(position);
        for (JournalLog.Entry entry : chunk.entries()) {
            if (!awaitRoom() || failure.get() != null) {
                return;
            }
            send(entry);
        }
        if (chunk.next() == position) {
            await(Duration.ofMillis(200));
            return;
        }
        skipTo(chunk);
    }

    /** Damage behind the last record is stepped over too, once everything before it has arrived. */
    private void skipTo(JournalLog.Chunk chunk) {
        if (position < chunk.next()) {
            acknowledgements.stepOver(chunk.next());
        }
        position = chunk.next();
    }

    private void send(JournalLog.Entry entry) {
        inFlight.incrementAndGet();
        Runnable acknowledge = acknowledgements.sent(entry.end());
        position = entry.end();
        sink.send(entry.payload(), new RecordSink.Listener() {
            @Override
            public void delivered() {
                acknowledge.run();
                landed();
            }

            @Override
            public void failed(RecordSink.Failure kind, Throwable cause) {
                if (kind == RecordSink.Failure.REFUSED) {
                    LOG.error("the broker refuses a prediction for good; dropped", cause);
                    counters.dropped("refused-by-broker", 1);
                    acknowledge.run();
                } else {
                    failure.compareAndSet(null, cause);
                }
                landed();
            }
        });
    }

    private void landed() {
        inFlight.decrementAndGet();
        wake();
    }

    private boolean awaitRoom() {
        while (inFlight.get() >= pace.maxInFlight()) {
            if (closed) {
                return false;
            }
            await(Duration.ofMillis(200));
        }
        return true;
    }

    private void settle() throws IOException {
        if (acknowledgements.position() > log.acknowledged()) {
            failures = 0;
            log.acknowledge(acknowledgements.position());
            counters.settled(acknowledgements.takePassed());
        }
        if (System.nanoTime() - savedAt > SAVE_NANOS) {
            log.saveAcknowledged();
            savedAt = System.nanoTime();
        }
    }

    private void startOver() throws IOException {
        while (inFlight.get() > 0 && !closed) {
            await(Duration.ofMillis(200));
        }
        settle();
        Throwable cause = failure.getAndSet(null);
        if (failures++ == 0) {
            LOG.warnf("the broker does not take predictions (%s); they wait on disk", cause);
        }
        acknowledgements.reset();
        position = acknowledgements.position();
        Duration delay = pace.retryDelay().multipliedBy(1L << Math.min(failures, 10));
        long millis = Math.min(delay.toMillis(), pace.retryMaxDelay().toMillis());
        pause(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    /** Unlike {@link #await}, not cut short by new records. */
    private void pause(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!closed && System.nanoTime() < until) {
            await(Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime())));
        }
    }

    private void await(Duration longest) {
        lock.lock();
        try {
            changed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ignored) {
            // closing: the loop's condition says so
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little for what is on its way, so that a restart sends nothing twice. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + pace.closeTimeout().toNanos();
        while (failure.get() == null && log.acknowledged() < log.end() && System.nanoTime() < deadline) {
            await(Duration.ofMillis(20));
        }
        closed = true;
        wake();
        try {
            thread.join(pace.closeTimeout().toMillis());
            sink.close();
            settle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("cannot store the position of the prediction journal; some predictions are sent twice", e);
        }
    }
}

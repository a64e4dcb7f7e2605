package io.tradewind.inference.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log on a thread of its own, everything that is waiting in one go, so that no caller waits for a disk
 * of its own and a busy moment costs few writes.
 */
final class JournalWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JournalWriter.class);
    private static final int MAX_GROUP = 256;

    private record Waiting(Supplier<List<byte[]>> records, int count, CompletableFuture<Stored> stored) {}

    private final JournalLog log;
    private final JournalCounters counters;
    private final Runnable afterWrite;
    private final long syncNanos;
    private final BlockingQueue<Waiting> queue;
    private final Thread thread;
    private volatile boolean closed;
    private long lastSync = System.nanoTime();
    private boolean unsynced;

    JournalWriter(JournalLog log, JournalCounters counters, int capacity, Duration syncInterval, Runnable afterWrite) {
        this.log = log;
        this.counters = counters;
        this.afterWrite = afterWrite;
        this.syncNanos = syncInterval.toNanos();
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().name("journal-writer").daemon().start(this::run);
    }

    /** Encoding happens on the writer's thread; never blocks. */
    CompletionStage<Stored> append(Supplier<List<byte[]>> records, int count) {
        Waiting waiting = new Waiting(records, count, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            counters.dropped("queue-full", count);
            return CompletableFuture.completedFuture(Stored.DROPPED);
        }
        return waiting.stored();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>(MAX_GROUP);
        while (!closed || !queue.isEmpty()) {
            Waiting first = poll();
            if (first != null) {
                group.add(first);
                queue.drainTo(group, MAX_GROUP - 1);
                writeGroup(group);
                group.clear();
            }
            syncWhenDue();
        }
    }

    private @Nullable Waiting poll() {
        try {
            long wait = unsynced ? syncNanos : TimeUnit.MILLISECONDS.toNanos(200);
            return queue.poll(wait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException ignored) {
            return null;
        }
    }

    private void writeGroup(List<Waiting> group) {
        for (Waiting waiting : group) {
            Stored stored = write(waiting);
            // Completed one by one: the first of a group need not wait for the last.
            waiting.stored().complete(stored);
        }
        afterWrite.run();
    }

    private Stored write(Waiting waiting) {
        try {
            List<byte[]> payloads = waiting.records().get();
            if (!log.append(payloads)) {
                counters.dropped("journal-full", waiting.count());
                return Stored.DROPPED;
            }
            counters.appended(payloads.size());
            unsynced = true;
            return Stored.KEPT;
        } catch (IOException e) {
            counters.dropped("disk", waiting.count());
            LOG.errorf(e, "cannot write the prediction journal; %d predictions dropped", waiting.count());
            return Stored.DROPPED;
        } catch (RuntimeException e) {
            counters.dropped("encoding", waiting.count());
            LOG.errorf(e, "cannot encode %d predictions; dropped", waiting.count());
            return Stored.DROPPED;
        }
    }

    private void syncWhenDue() {
        if (!unsynced || System.nanoTime() - lastSync < syncNanos) {
            return;
        }
        try {
            log.sync();
        } catch (IOException e) {
            LOG.error("cannot sync the prediction journal", e);
        }
        unsynced = false;
        lastSync = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

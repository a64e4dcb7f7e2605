package io.tradewind.inference.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** What the journal did, as metrics and, for drops, in the log: at once and then at most every ten seconds. */
final class JournalCounters {

    private static final Logger LOG = Logger.getLogger(JournalCounters.class);
    private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String DROPPED = "tradewind.inference.journal.dropped";

    private final MeterRegistry registry;
    private final Counter settled;
    private final AtomicLong depth = new AtomicLong();
    private final AtomicLong droppedInAll = new AtomicLong();
    private final AtomicLong lastLog = new AtomicLong(System.nanoTime() - LOG_NANOS);

    JournalCounters(MeterRegistry registry) {
        this.registry = registry;
        this.settled = registry.counter("tradewind.inference.journal.settled");
        Gauge.builder("tradewind.inference.journal.depth", depth, AtomicLong::doubleValue)
                .description("Predictions on disk that the broker has not acknowledged")
                .register(registry);
    }

    void appended(long count) {
        depth.addAndGet(count);
    }

    /** These records are done with: the broker has them or refused them for good. */
    void settled(long count) {
        settled.increment(count);
        depth.addAndGet(-count);
    }

    /** Counts predictions that will never reach the broker. */
    void dropped(String reason, int count) {
        registry.counter(DROPPED, "reason", reason).increment(count);
        long inAll = droppedInAll.addAndGet(count);
        long last = lastLog.get();
        long now = System.nanoTime();
        if (now - last >= LOG_NANOS && lastLog.compareAndSet(last, now)) {
            LOG.warnf("predictions dropped: %d in all, just now because of %s", inAll, reason);
        }
    }

    long depth() {
        return depth.get();
    }

    long droppedInAll() {
        return droppedInAll.get();
    }
}

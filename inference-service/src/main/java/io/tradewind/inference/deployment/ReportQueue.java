package io.tradewind.inference.deployment;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import io.tradewind.contracts.event.Event;
import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.LoopThread;
import io.tradewind.kit.publish.EventPublisher;
import org.jboss.logging.Logger;

/**
 * Publishes reports one after the other, each until the broker has it. A heartbeat says everything that is served
 * anyway, so that reports beyond the bound may go without harm.
 */
final class ReportQueue implements Reports, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReportQueue.class);
    private static final int BOUND = 1_000;
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(30);

    private final EventPublisher publisher;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BOUND);
    private final LoopThread thread;
    private volatile boolean closed;

    ReportQueue(EventPublisher publisher) {
        this.publisher = publisher;
        this.thread = LoopThread.start("deployment-reports", this::run);
    }

    @Override
    public void report(Event event) {
        if (!queue.offer(event)) {
            LOG.warnf("more than %d reports wait for Kafka; not reported: %s", BOUND, event);
        }
    }

    private void run() throws InterruptedException {
        while (!closed || !queue.isEmpty()) {
            Event event = queue.poll(200, TimeUnit.MILLISECONDS);
            if (event != null) {
                publish(event);
            }
        }
    }

    private void publish(Event event) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                publisher.publish(event).await().atMost(ACKNOWLEDGEMENT);
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    LOG.warnf("not reported before the end: %s", event);
                    return;
                }
                if (backoff.first()) {
                    LOG.warnf("a report waits for Kafka (%s): %s", e.getMessage(), event);
                }
                backoff.pause();
            }
        }
    }

    /** Whether everything has been reported. */
    boolean idle() {
        return queue.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        thread.join(Duration.ofSeconds(2));
    }
}

package io.tradewind.kit.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.LoopThread;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that consumes for one group: polls, applies, and keeps polling (paused) while something is retried, so that
 * the group never takes it for dead.
 */
final class InboxLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(InboxLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration POSITION_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final long TOPICS_SECONDS = 1;

    private final InboxParts parts;
    private final Subscription subscription;
    private final InboxBatch batch;
    private final Set<TopicPartition> unpositioned = new HashSet<>();
    private final Backoff backoff = new Backoff();
    private @Nullable LoopThread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean stopping;
    private volatile boolean retrying;

    private InboxLoop(InboxParts parts, Subscription subscription) {
        this.parts = parts;
        this.subscription = subscription;
        this.batch = new InboxBatch(parts, subscription);
    }

    static InboxLoop start(InboxParts parts, Subscription subscription) {
        InboxLoop loop = new InboxLoop(parts, subscription);
        loop.thread = LoopThread.start("inbox-" + subscription.group(), loop::run);
        return loop;
    }

    void wakeUp() {
        stopping = true;
        Consumer<String, byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
    }

    void join() {
        LoopThread running = thread;
        if (running != null) {
            running.join(STOP_LIMIT);
        }
    }

    String group() {
        return subscription.group();
    }

    boolean alive() {
        LoopThread running = thread;
        return running != null && running.alive();
    }

    /** Whether something stands in the way of this group just now. */
    boolean retrying() {
        return retrying;
    }

    private void run() throws InterruptedException {
        while (!stopping && !parts.topics().await(TOPICS_SECONDS)) {
            LOG.debugf("%s waits for topics", group());
        }
        while (!stopping) {
            try (Consumer<String, byte[]> fresh = parts.clients().grouped(group())) {
                consumer = fresh;
                unpositioned.clear();
                batch.clear();
                fresh.subscribe(subscription.topicNames(), this);
                consumeWith(fresh);
            } catch (WakeupException expected) {
                LOG.debugf("%s was woken to stop", group());
            } catch (InterruptException interrupted) {
                throw interrupted;
            } catch (KafkaException cause) {
                failed(cause);
                backoff.pause();
            }
        }
    }

    private void consumeWith(Consumer<String, byte[]> polled) throws InterruptedException {
        while (!stopping) {
            boolean waiting = retrying && (!batch.isEmpty() || !unpositioned.isEmpty());
            batch.add(polled.poll(waiting ? backoff.next() : POLL));
            if (stopping) {
                return;
            }
            try {
                position(polled);
                batch.apply();
                recovered(polled);
            } catch (ExecutionException cause) {
                failed(cause.getCause());
                polled.pause(polled.assignment());
            }
            report(polled);
        }
    }

    /** Partitions that came by a rebalance are read only once the database has told from where. */
    private void position(Consumer<String, byte[]> polled) throws ExecutionException, InterruptedException {
        if (unpositioned.isEmpty()) {
            return;
        }
        Set<TopicPartition> wanted = Set.copyOf(unpositioned);
        Map<TopicPartition, Long> positions =
                parts.runner().await(() -> parts.ledger().positions(group(), wanted), null, POSITION_LIMIT);
        Map<TopicPartition, Long> ends = polled.endOffsets(wanted);
        for (TopicPartition partition : wanted) {
            long position = positions == null ? 0 : positions.getOrDefault(partition, 0L);
            polled.seek(partition, withinTopic(partition, position, ends.getOrDefault(partition, Long.MAX_VALUE)));
        }
        unpositioned.removeAll(wanted);
        polled.resume(wanted);
    }

    /** A position behind the end belongs to a topic that was deleted and made anew: everything in the new one is new. */
    private long withinTopic(TopicPartition partition, long position, long end)
            throws ExecutionException, InterruptedException {
        if (position <= end) {
            return position;
        }
        LOG.warnf(
                "%s: %s ends at %d and the stored offset is %d: the topic is another one; starting from its beginning",
                group(), partition, end, position);
        parts.runner().await(() -> parts.ledger().reset(group(), partition, 0), null, POSITION_LIMIT);
        return 0;
    }

    private void failed(@Nullable Throwable cause) {
        retrying = true;
        if (backoff.first() && !stopping) {
            LOG.warnf("%s cannot go on just now, trying on: %s", group(), cause);
            LOG.debugf(cause, "%s failed", group());
        }
    }

    private void recovered(Consumer<String, byte[]> polled) {
        if (retrying) {
            retrying = false;
            LOG.infof("%s goes on", group());
        }
        backoff.reset();
        if (!polled.paused().isEmpty()) {
            Set<TopicPartition> paused = new HashSet<>(polled.paused());
            paused.removeAll(unpositioned);
            polled.resume(paused);
        }
    }

    /** Kafka's own copy of the offsets only feeds lag dashboards and autoscalers, so nobody waits for it. */
    private void report(Consumer<String, byte[]> polled) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        batch.drainReached().forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        offsets.keySet().retainAll(polled.assignment());
        if (!offsets.isEmpty()) {
            polled.commitAsync(offsets, (committed, failure) -> {
                if (failure != null) {
                    LOG.debugf("lag of %s not reported: %s", group(), failure.toString());
                }
            });
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        unpositioned.addAll(assigned);
        Consumer<String, byte[]> polled = consumer;
        if (polled != null) {
            polled.pause(assigned);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        unpositioned.removeAll(revoked);
        batch.forget(revoked);
    }
}

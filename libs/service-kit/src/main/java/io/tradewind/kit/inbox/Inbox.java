package io.tradewind.kit.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.runtime.ShutdownEvent;
import io.tradewind.contracts.Topic;
import io.tradewind.kit.runtime.Housekeeping;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Consumes events exactly once: what they change and how far the group has come are one transaction.
 *
 * <p>Replicas of a service share the partitions of a group. Whoever gets a partition goes on from the offset in the
 * database, whatever Kafka believes; a consumer that lost its partition without noticing finds its events done.
 */
@Singleton
public class Inbox {

    private static final int BEFORE_OTHERS = 10;
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final InboxParts parts;
    private final List<InboxLoop> loops = new CopyOnWriteArrayList<>();

    Inbox(InboxParts parts, Housekeeping housekeeping) {
        this.parts = parts;
        housekeeping.every(PRUNE_EVERY, "prune inbox", parts.ledger()::pruneSafely);
    }

    /** Consumes these topics as this group for as long as the application runs; each event id has its effect once. */
    public void consume(String group, Set<Topic> topics, BatchHandler handler) {
        consume(group, topics, handler, Redelivery.DROPPED);
    }

    /** Consumes these topics as this group for as long as the application runs. */
    public void consume(String group, Set<Topic> topics, BatchHandler handler, Redelivery redelivery) {
        loops.add(InboxLoop.start(parts, new Subscription(group, topics, handler, redelivery)));
    }

    List<InboxLoop> loops() {
        return loops;
    }

    void stop(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent event) {
        loops.forEach(InboxLoop::wakeUp);
        loops.forEach(InboxLoop::join);
    }
}

package io.tradewind.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.tradewind.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Records that were polled and are not applied yet. All at once where possible, one by one behind a failure, so that a
 * single bad record is found and the others get through. For one thread.
 */
final class InboxBatch {

    private static final Duration HANDLER_LIMIT = Duration.ofSeconds(30);
    private static final Duration DEAD_LETTER_LIMIT = Duration.ofSeconds(35);

    private final InboxParts parts;
    private final Subscription subscription;
    private final Counter applied;
    private final Timer seconds;
    private final String span;
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private List<Entry> pending = new ArrayList<>();

    InboxBatch(InboxParts parts, Subscription subscription) {
        this.parts = parts;
        this.subscription = subscription;
        String group = subscription.group();
        this.applied = parts.metrics().counter(parts.service().metric("inbox.records"), "group", group);
        this.span = "process " + group;
        this.seconds = parts.metrics().timer(parts.service().metric("inbox.batch"), "group", group);
    }

    void add(ConsumerRecords<String, byte[]> polled) {
        for (ConsumerRecord<String, byte[]> record : polled) {
            Topic topic = subscription.topics().get(record.topic());
            if (topic != null) {
                pending.add(Entry.of(topic, record));
            }
        }
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    void clear() {
        pending.clear();
    }

    /** Leaves to their new owner what came from partitions that are gone. */
    void forget(Collection<TopicPartition> revoked) {
        pending.removeIf(entry -> revoked.contains(entry.partition()));
    }

    /** Next offset of each partition that was moved since the last call. */
    Map<TopicPartition, Long> drainReached() {
        Map<TopicPartition, Long> drained = Map.copyOf(reached);
        reached.clear();
        return drained;
    }

    /** Applies everything, or fails and keeps what is still to be applied. */
    void apply() throws ExecutionException, InterruptedException {
        if (pending.isEmpty()) {
            return;
        }
        long started = System.nanoTime();
        buryUnreadable();
        try {
            applyNow(pending);
            pending.clear();
        } catch (ExecutionException cause) {
            if (Failures.connection(cause)) {
                throw cause;
            }
            applyOneByOne();
        }
        seconds.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    private void applyNow(List<Entry> entries) throws ExecutionException, InterruptedException {
        List<Entry> batch = List.copyOf(entries);
        String cause = traceparent(batch);
        parts.runner()
                .await(
                        () -> parts.spans()
                                .within(span, cause, () -> parts.ledger().apply(subscription, batch)),
                        cause,
                        HANDLER_LIMIT);
        batch.forEach(entry -> reached.put(entry.partition(), entry.record().offset() + 1));
        applied.increment(batch.size());
    }

    /** A record that fails for now holds back its partition only; one that can never work is buried. */
    private void applyOneByOne() throws ExecutionException, InterruptedException {
        List<Entry> left = new ArrayList<>();
        Set<TopicPartition> held = new HashSet<>();
        ExecutionException first = null;
        List<Entry> todo = pending;
        for (int i = 0; i < todo.size(); i++) {
            Entry entry = todo.get(i);
            if (held.contains(entry.partition())) {
                left.add(entry);
                continue;
            }
            try {
                applyOrBury(entry);
            } catch (ExecutionException cause) {
                first = first == null ? cause : first;
                left.add(entry);
                held.add(entry.partition());
                if (Failures.connection(cause)) {
                    left.addAll(todo.subList(i + 1, todo.size()));
                    break;
                }
            }
        }
        pending = left;
        if (first != null) {
            throw first;
        }
    }

    private void applyOrBury(Entry entry) throws ExecutionException, InterruptedException {
        try {
            applyNow(List.of(entry));
        } catch (ExecutionException cause) {
            String reason = Failures.permanentReason(cause);
            if (reason == null) {
                throw cause;
            }
            bury(entry, reason);
            applyNow(List.of(new Entry.Unknown(entry.record())));
        }
    }

    private void buryUnreadable() throws ExecutionException, InterruptedException {
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i) instanceof Entry.Unreadable unreadable) {
                bury(unreadable, unreadable.reason());
                pending.set(i, new Entry.Unknown(unreadable.record()));
            }
        }
    }

    private void bury(Entry entry, String reason) throws ExecutionException, InterruptedException {
        parts.runner()
                .await(
                        () -> parts.deadLetters().send(subscription.group(), entry.record(), reason),
                        null,
                        DEAD_LETTER_LIMIT);
    }

    /** What the handler does continues the trace of the first event it is given. */
    private static @Nullable String traceparent(List<Entry> batch) {
        return batch.get(0) instanceof Entry.Understood understood
                ? understood.received().traceparent()
                : null;
    }
}

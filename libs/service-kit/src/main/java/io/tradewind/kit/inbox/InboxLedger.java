package io.tradewind.kit.inbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** How far each group has come, and which events it has applied. */
@Singleton
class InboxLedger {

    private static final Logger LOG = Logger.getLogger(InboxLedger.class);

    /** An event is published twice only when its publisher died between two steps, and again right after its restart. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Comparator<TopicPartition> LOCK_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private static final String REGISTER = """
            insert into inbox_offset (consumer_group, topic, partition_number, next_offset)
            values ($1, $2, $3, 0) on conflict do nothing""";
    private static final String READ = """
            select topic, partition_number, next_offset from inbox_offset where consumer_group = $1""";
    private static final String LOCK = """
            select next_offset from inbox_offset
            where consumer_group = $1 and topic = $2 and partition_number = $3 for update""";
    private static final String ADVANCE = """
            update inbox_offset set next_offset = $4
            where consumer_group = $1 and topic = $2 and partition_number = $3""";
    private static final String REMEMBER = """
            insert into inbox_event (consumer_group, event_id)
            select $1, event_id from unnest($2::text[]) as given(event_id)
            on conflict do nothing returning event_id""";

    private final Pool pool;

    InboxLedger(Pool pool) {
        this.pool = pool;
    }

    /** Where this group goes on in each of these partitions; 0 where it never was. */
    Uni<Map<TopicPartition, Long>> positions(String group, Set<TopicPartition> partitions) {
        List<Tuple> rows = partitions.stream()
                .sorted(LOCK_ORDER)
                .map(partition -> Tuple.of(group, partition.topic(), partition.partition()))
                .toList();
        return pool.preparedQuery(REGISTER)
                .executeBatch(rows)
                .chain(ignored -> pool.preparedQuery(READ).execute(Tuple.of(group)))
                .map(read -> {
                    Map<TopicPartition, Long> positions = new HashMap<>();
                    read.forEach(row -> positions.put(
                            new TopicPartition(row.getString("topic"), row.getInteger("partition_number")),
                            row.getLong("next_offset")));
                    positions.keySet().retainAll(partitions);
                    return positions;
                });
    }

    /** Sets a position outside any batch: when the topic was made anew and offsets of the old one mean nothing. */
    Uni<Void> reset(String group, TopicPartition partition, long offset) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.of(group, partition.topic(), partition.partition(), offset))
                .replaceWithVoid();
    }

    /**
     * Applies a batch in one transaction: locks the offsets, leaves out what others have applied, lets the handler work,
     * moves the offsets.
     */
    Uni<Void> apply(Subscription subscription, List<Entry> batch) {
        return pool.withTransaction(transaction -> lock(transaction, subscription.group(), batch)
                .chain(offsets -> applyLocked(transaction, subscription, batch, offsets)));
    }

    private Uni<Map<TopicPartition, Long>> lock(SqlConnection transaction, String group, List<Entry> batch) {
        Map<TopicPartition, Long> offsets = new TreeMap<>(LOCK_ORDER);
        batch.forEach(entry -> offsets.put(entry.partition(), 0L));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (TopicPartition partition : List.copyOf(offsets.keySet())) {
            Tuple key = Tuple.of(group, partition.topic(), partition.partition());
            all = all.chain(() -> transaction.preparedQuery(LOCK).execute(key))
                    .invoke(rows ->
                            offsets.put(partition, rows.iterator().next().getLong("next_offset")))
                    .replaceWithVoid();
        }
        return all.replaceWith(offsets);
    }

    private Uni<Void> applyLocked(
            SqlConnection transaction,
            Subscription subscription,
            List<Entry> batch,
            Map<TopicPartition, Long> offsets) {
        List<Received> fresh = new ArrayList<>(batch.size());
        Map<TopicPartition, Long> reached = new TreeMap<>(LOCK_ORDER);
        for (Entry entry : batch) {
            if (entry.record().offset() >= offsets.getOrDefault(entry.partition(), 0L)) {
                reached.put(entry.partition(), entry.record().offset() + 1);
                if (entry instanceof Entry.Understood understood) {
                    fresh.add(understood.received());
                }
            }
        }
        if (reached.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return withoutRepeats(transaction, subscription, fresh)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : subscription.handler().handle(transaction, events))
                .chain(() -> advance(transaction, subscription.group(), reached));
    }

    private static Uni<List<Received>> withoutRepeats(
            SqlConnection transaction, Subscription subscription, List<Received> events) {
        if (subscription.redelivery() == Redelivery.LEFT_TO_HANDLER || events.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        String[] ids =
                events.stream().map(Received::eventId).sorted().distinct().toArray(String[]::new);
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(subscription.group(), ids))
                .map(rows -> {
                    Set<String> unseen = new HashSet<>();
                    rows.forEach(row -> unseen.add(row.getString("event_id")));
                    // Removing while filtering also drops the second of two equal ids within this batch.
                    return events.stream()
                            .filter(event -> unseen.remove(event.eventId()))
                            .toList();
                });
    }

    private static Uni<Void> advance(SqlConnection transaction, String group, Map<TopicPartition, Long> reached) {
        List<Tuple> rows = new ArrayList<>(reached.size());
        reached.forEach((partition, next) -> rows.add(Tuple.of(group, partition.topic(), partition.partition(), next)));
        return transaction.preparedQuery(ADVANCE).executeBatch(rows).replaceWithVoid();
    }

    void pruneSafely() {
        pool.preparedQuery("delete from inbox_event where received_at < $1")
                .execute(Tuple.of(OffsetDateTime.now().minus(REMEMBERED)))
                .subscribe()
                .with(
                        rows -> LOG.debugf("%d event ids forgotten", rows.rowCount()),
                        failure -> LOG.debugf("event ids could not be pruned: %s", failure.toString()));
    }
}

package io.tradewind.kit.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.event.Event;
import io.tradewind.kit.kafka.EventCodec;
import io.tradewind.kit.trace.TraceContext;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Events written beside the state they speak of, in its transaction; {@link OutboxRelay} publishes them after the commit.
 *
 * <p>Order per aggregate holds when the aggregate's row is locked or changed before its event is appended: then the second
 * of two writers gets its place in the queue only after the first has committed.
 */
@Singleton
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, event_type, topic, event_key, body, traceparent)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String INSERT_BY_SESSION = """
            insert into outbox (event_id, event_type, topic, event_key, body, traceparent)
            values (?1, ?2, ?3, ?4, ?5, ?6)""";

    private final OutboxNudge nudge;

    Outbox(OutboxNudge nudge) {
        this.nudge = nudge;
    }

    /** Appends one event to this transaction. */
    public Uni<Void> append(SqlConnection transaction, Event event) {
        return append(transaction, List.of(event));
    }

    /** Appends events to this transaction, in this order. */
    public Uni<Void> append(SqlConnection transaction, List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String traceparent = TraceContext.traceparent();
        List<Tuple> rows = new ArrayList<>(events.size());
        for (Event event : events) {
            rows.add(Tuple.from(values(event, traceparent)));
        }
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(rows)
                .invoke(nudge::appended)
                .replaceWithVoid();
    }

    /** Appends one event to this session's transaction, after flushing what the event speaks of. */
    public Uni<Void> append(Mutiny.Session session, Event event) {
        List<@Nullable Object> values = values(event, TraceContext.traceparent());
        return session.flush()
                .chain(() -> {
                    Mutiny.MutationQuery insert = session.createNativeQuery(INSERT_BY_SESSION);
                    for (int i = 0; i < values.size(); i++) {
                        insert.setParameter(i + 1, values.get(i));
                    }
                    return insert.executeUpdate();
                })
                .invoke(nudge::appended)
                .replaceWithVoid();
    }

    private static List<@Nullable Object> values(Event event, @Nullable String traceparent) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(UUID.randomUUID().toString());
        values.add(event.eventType());
        values.add(event.eventTopic().topicName());
        values.add(event.eventKey());
        values.add(EventCodec.write(event));
        values.add(traceparent);
        return values;
    }
}

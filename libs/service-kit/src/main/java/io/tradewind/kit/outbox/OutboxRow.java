package io.tradewind.kit.outbox;

import java.nio.charset.StandardCharsets;

import io.tradewind.kit.kafka.EventCodec;
import io.vertx.mutiny.sqlclient.Row;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event in the outbox. */
record OutboxRow(long id, EventCodec.Envelope envelope, String body) {

    /** Reads a row; its source is filled in by {@link #record(String)}. */
    static OutboxRow of(Row row) {
        EventCodec.Envelope envelope = new EventCodec.Envelope(
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("topic"),
                row.getString("event_key"),
                row.getOffsetDateTime("created_at").toInstant(),
                "",
                row.getString("traceparent"));
        return new OutboxRow(row.getLong("id"), envelope, row.getString("body"));
    }

    ProducerRecord<String, byte[]> record(String source) {
        EventCodec.Envelope full = new EventCodec.Envelope(
                envelope.eventId(),
                envelope.type(),
                envelope.topic(),
                envelope.key(),
                envelope.time(),
                source,
                envelope.traceparent());
        return EventCodec.encode(full, body.getBytes(StandardCharsets.UTF_8));
    }
}

package io.tradewind.kit.inbox;

import java.time.Instant;
import java.util.Optional;

import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.kit.kafka.EventCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka.
 *
 * @param eventId CloudEvents id; the same for every delivery of the same event
 * @param time when its producer made it
 * @param offset place in its partition, from 0
 * @param traceparent trace it belongs to; null where its producer gave none
 */
public record Received(
        Event event,
        String eventId,
        Instant time,
        Topic topic,
        int partition,
        long offset,
        @Nullable String traceparent) {

    /** An event without a trace. */
    public Received(Event event, String eventId, Instant time, Topic topic, int partition, long offset) {
        this(event, eventId, time, topic, partition, offset, null);
    }

    /**
     * Reads a record: empty for a kind of event this build does not know, which a newer service may well publish.
     *
     * @throws IllegalArgumentException when it is no CloudEvent, or its body is not what its type says
     */
    public static Optional<Received> from(Topic topic, ConsumerRecord<String, byte[]> record) {
        return EventCodec.decode(record)
                .map(decoded -> new Received(
                        decoded.event(),
                        decoded.eventId(),
                        decoded.time(),
                        topic,
                        record.partition(),
                        record.offset(),
                        decoded.traceparent()));
    }
}

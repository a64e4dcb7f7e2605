package io.tradewind.kit.kafka;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.event.EventCatalogue;
import io.tradewind.kit.trace.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Events to Kafka records and back: CloudEvents 1.0 in binary mode, with the W3C trace in a header beside them.
 *
 * <p>Instants are ISO-8601 text, doubles keep every digit, absent fields are left out, unknown ones ignored.
 */
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private EventCodec() {}

    /** The JSON body of an event. */
    public static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(event.eventType() + " cannot be written as JSON", cause);
        }
    }

    /** The record that carries this event; the same id again makes it the same event. */
    public static ProducerRecord<String, byte[]> encode(
            Event event, String eventId, Instant time, String source, @Nullable String traceparent) {
        Envelope envelope = new Envelope(
                eventId,
                event.eventType(),
                event.eventTopic().topicName(),
                event.eventKey(),
                time,
                source,
                traceparent);
        return encode(envelope, write(event).getBytes(StandardCharsets.UTF_8));
    }

    /** The record that carries an event whose body was written before. */
    public static ProducerRecord<String, byte[]> encode(Envelope envelope, byte[] body) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(envelope.eventId())
                .withSource(URI.create("/tradewind/" + envelope.source()))
                .withType(envelope.type())
                .withSubject(envelope.key())
                .withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC))
                .withData("application/json", body)
                .build();
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(
                        envelope.topic(), null, null, envelope.key())
                .writeBinary(event);
        if (envelope.traceparent() != null) {
            record.headers()
                    .add(TraceContext.TRACEPARENT, envelope.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /**
     * Reads a record: empty for a kind of event this build does not know, which a newer service may well publish.
     *
     * @throws IllegalArgumentException when it is no CloudEvent, or its body is not what its type says
     */
    public static Optional<Decoded> decode(ConsumerRecord<String, byte[]> record) {
        CloudEvent event = cloudEvent(record);
        return EventCatalogue.find(event.getType()).map(entry -> {
            if (event.getData() == null) {
                throw new IllegalArgumentException(event.getType() + " has no body");
            }
            Event body = read(event.getData().toBytes(), entry.record());
            Instant time = event.getTime() == null
                    ? Instant.ofEpochMilli(record.timestamp())
                    : event.getTime().toInstant();
            return new Decoded(body, event.getId(), time, traceparent(record));
        });
    }

    /** Reads the JSON body of an event; IllegalArgumentException when it is not one of this kind. */
    public static <E extends Event> E read(byte[] body, Class<E> kind) {
        try {
            E event = JSON.readValue(body, kind);
            if (event == null) {
                throw new IllegalArgumentException(kind.getSimpleName() + " is null");
            }
            if (event instanceof Record record) {
                RequiredFields.check(record);
            }
            return event;
        } catch (IOException cause) {
            throw new IllegalArgumentException("not a " + kind.getSimpleName() + ": " + cause.getMessage(), cause);
        }
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException cause) {
            throw new IllegalArgumentException("not a CloudEvent in binary mode: " + cause.getMessage(), cause);
        }
    }

    private static @Nullable String traceparent(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(TraceContext.TRACEPARENT);
        String value = header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
        return TraceContext.valid(value) ? value : null;
    }

    /**
     * Everything about an event but its body.
     *
     * @param source name of the service that publishes it
     */
    public record Envelope(
            String eventId,
            String type,
            String topic,
            String key,
            Instant time,
            String source,
            @Nullable String traceparent) {}

    /**
     * An event read from a record.
     *
     * @param eventId CloudEvents id
     */
    public record Decoded(
            Event event,
            String eventId,
            Instant time,
            @Nullable String traceparent) {}
}

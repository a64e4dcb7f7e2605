package io.tradewind.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.event.EventCatalogue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the broker of the test and reads what services put there, as CloudEvents in binary mode. */
public final class TestEvents {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private TestEvents() {}

    /** Publishes events in this order, each with an id of its own, and returns once the broker has them all. */
    public static void publish(Event... events) {
        publish(List.of(events));
    }

    /** Publishes events in this order and returns once the broker has them all. */
    public static void publish(List<? extends Event> events) {
        for (Event event : events) {
            publish(event, UUID.randomUUID().toString());
        }
    }

    /** Publishes an event under a given CloudEvents id; the same id twice is a duplicate. */
    public static void publish(Event event, String eventId) {
        try {
            var record = new ProducerRecord<>(
                    event.eventTopic().topicName(), event.eventKey(), JSON.writeValueAsBytes(event));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", eventId);
            header(record, "ce_source", "/tradewind/test");
            header(record, "ce_type", event.eventType());
            header(record, "ce_time", Instant.now().toString());
            header(record, "content-type", "application/json");
            send(record);
        } catch (IOException cause) {
            throw new IllegalArgumentException("cannot be written as JSON: " + event, cause);
        }
    }

    /** Publishes a record as it is, whether it makes sense or not; returns once the broker has it. */
    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            Holder.PRODUCER.send(record).get();
        } catch (ExecutionException cause) {
            throw new IllegalStateException("not published to " + record.topic(), cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing to " + record.topic(), cause);
        }
    }

    /** The first event of this kind, old or new, that the predicate accepts; fails when none comes within the limit. */
    public static <E extends Event> E read(Class<E> kind, Predicate<? super E> which, Duration limit) {
        Topic topic = EventCatalogue.entries().stream()
                .filter(entry -> entry.record() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + " is no event"))
                .topic();
        return kind.cast(read(topic, event -> kind.isInstance(event) && which.test(kind.cast(event)), limit));
    }

    /** The first event of a topic, old or new, that the predicate accepts; fails when none comes within the limit. */
    public static Event read(Topic topic, Predicate<? super Event> which, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        int seen = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    seen++;
                    Optional<Event> event = decode(record).filter(which);
                    if (event.isPresent()) {
                        return event.get();
                    }
                }
            }
        }
        throw new AssertionError(
                "no such event on " + topic.topicName() + " within " + limit + "; " + seen + " others");
    }

    /** Every event that is on a topic now; partition by partition, each in its order. */
    public static List<Event> readAll(Topic topic) {
        List<Event> events = new ArrayList<>();
        readRecords(topic).forEach(record -> decode(record).ifPresent(events::add));
        return events;
    }

    /** Every record that is on a topic now, for tests of headers and keys. */
    public static List<ConsumerRecord<String, byte[]>> readRecords(Topic topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static KafkaConsumer<String, byte[]> consumer(Topic topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", SharedServers.kafka(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Optional<Event> decode(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        if (type == null || record.value() == null) {
            return Optional.empty();
        }
        return EventCatalogue.find(new String(type.value(), StandardCharsets.UTF_8))
                .map(entry -> decode(record, entry.record()));
    }

    private static Event decode(ConsumerRecord<String, byte[]> record, Class<? extends Event> kind) {
        try {
            return JSON.readValue(record.value(), kind);
        } catch (IOException cause) {
            throw new AssertionError("not a " + kind.getSimpleName() + " at " + record.offset(), cause);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Made on first use; Kafka's clients close with the JVM. */
    private static final class Holder {
        private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedServers.kafka(), "enable.idempotence", true, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}

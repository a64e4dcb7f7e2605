package io.tradewind.kit.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.kit.kafka.EventCodec;
import io.tradewind.kit.kafka.KafkaClients;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Looks at the broker and puts things there, beside the parts under test. */
@Singleton
public class Broker {

    private final KafkaClients clients;

    Broker(KafkaClients clients) {
        this.clients = clients;
    }

    /** Publishes under this CloudEvents id and waits for the broker. */
    public void publish(Event event, String eventId) {
        send(EventCodec.encode(event, eventId, Instant.now(), "test", null));
    }

    /** Publishes a record as it is. */
    public void send(ProducerRecord<String, byte[]> record) {
        try {
            clients.producer().send(record).get();
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Every record on the topic now that the predicate takes. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic, Predicate<ConsumerRecord<String, byte[]>> which) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = clients.lone("test")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (which.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    /** A header's text, or "none". */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package io.tradewind.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.kit.publish.EventPublisher;
import io.tradewind.kit.runtime.ServiceIdentity;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Where records go that can never be processed: key, body and headers as they came, with the reason beside them. */
@Singleton
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 500;

    private final EventPublisher publisher;
    private final MeterRegistry metrics;
    private final ServiceIdentity service;

    DeadLetters(EventPublisher publisher, MeterRegistry metrics, ServiceIdentity service) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.service = service;
    }

    /** Completes once the broker has it, so that the offset is moved past a record only after that. */
    Uni<Void> send(String group, ConsumerRecord<String, byte[]> record, String reason) {
        String place = record.topic() + '-' + record.partition() + '@' + record.offset();
        LOG.warnf("dead letter from %s for %s: %s", place, group, reason);
        return publisher.send(List.of(letter(group, record, reason))).invoke(() -> metrics.counter(
                        service.metric("inbox.dead-letters"), "group", group)
                .increment());
    }

    private ProducerRecord<String, byte[]> letter(String group, ConsumerRecord<String, byte[]> record, String reason) {
        var letter = new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(), null, record.key(), record.value(), record.headers());
        header(letter, "tradewind_reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        header(letter, "tradewind_consumer", service.name() + '.' + group);
        header(letter, "tradewind_topic", record.topic());
        header(letter, "tradewind_partition", Integer.toString(record.partition()));
        header(letter, "tradewind_offset", Long.toString(record.offset()));
        return letter;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

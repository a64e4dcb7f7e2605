package io.tradewind.kit.inbox;

import io.tradewind.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record as far as it could be understood. */
sealed interface Entry {

    /** The record it was read from. */
    ConsumerRecord<String, byte[]> record();

    default TopicPartition partition() {
        return new TopicPartition(record().topic(), record().partition());
    }

    /** An event for the handler. */
    record Understood(ConsumerRecord<String, byte[]> record, Received received) implements Entry {}

    /** A kind of event this build does not know: passed over. */
    record Unknown(ConsumerRecord<String, byte[]> record) implements Entry {}

    /** Nothing that can be an event: for the dead letters. */
    record Unreadable(ConsumerRecord<String, byte[]> record, String reason) implements Entry {}

    static Entry of(Topic topic, ConsumerRecord<String, byte[]> record) {
        try {
            return Received.from(topic, record)
                    .<Entry>map(received -> new Understood(record, received))
                    .orElseGet(() -> new Unknown(record));
        } catch (IllegalArgumentException cause) {
            return new Unreadable(record, String.valueOf(cause.getMessage()));
        }
    }
}

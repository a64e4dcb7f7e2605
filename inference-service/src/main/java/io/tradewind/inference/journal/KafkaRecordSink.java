package io.tradewind.inference.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import io.tradewind.contracts.event.EventCatalogue;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.kit.kafka.EventCodec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Puts journal records on the topic of predictions. The event id is the prediction id, so that a record sent twice is
 * the same event twice.
 *
 * <p>A journal record is the prediction id (16 bytes), the time in milliseconds since the epoch (8 bytes) and the body.
 */
final class KafkaRecordSink implements RecordSink {

    private static final int HEADER = 3 * Long.BYTES;
    private static final EventCatalogue.Entry KIND = EventCatalogue.entries().stream()
            .filter(entry -> entry.record() == PredictionMade.class)
            .findFirst()
            .orElseThrow();

    /** Asked for with every record: making a producer fails while no broker can even be resolved. */
    private final Supplier<Producer<String, byte[]>> producer;

    private final String source;

    KafkaRecordSink(Supplier<Producer<String, byte[]>> producer, String source) {
        this.producer = producer;
        this.source = source;
    }

    /** The journal record of a prediction. */
    static byte[] payload(PredictionMade prediction) {
        byte[] body = EventCodec.write(prediction).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEADER + body.length)
                .putLong(prediction.predictionId().getMostSignificantBits())
                .putLong(prediction.predictionId().getLeastSignificantBits())
                .putLong(prediction.occurredAt().toEpochMilli())
                .put(body)
                .array();
    }

    private ProducerRecord<String, byte[]> record(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        String id = new UUID(buffer.getLong(), buffer.getLong()).toString();
        Instant time = Instant.ofEpochMilli(buffer.getLong());
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        var envelope = new EventCodec.Envelope(id, KIND.type(), KIND.topic().topicName(), id, time, source, null);
        return EventCodec.encode(envelope, body);
    }

    @Override
    public void send(byte[] payload, Listener listener) {
        try {
            producer.get().send(record(payload), (metadata, failure) -> {
                if (failure == null) {
                    listener.delivered();
                } else {
                    listener.failed(kindOf(failure), failure);
                }
            });
        } catch (RuntimeException failure) {
            listener.failed(kindOf(failure), failure);
        }
    }

    private static Failure kindOf(Exception failure) {
        boolean never = failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException
                || failure instanceof BufferUnderflowException;
        return never ? Failure.REFUSED : Failure.TRANSIENT;
    }

    @Override
    public void close() {
        // The producer belongs to the whole process; what it still holds is sent again after the next start.
    }
}

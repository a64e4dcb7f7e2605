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
import io.tradewind.kit.trace.TraceContext;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Puts journal records on the topic of predictions. The event id is the prediction id, so that a record sent twice is
 * the same event twice.
 *
 * <p>A journal record is the prediction id (16 bytes), the time in milliseconds since the epoch (8 bytes), where it has one
 * the length of the trace to continue (1 byte) and that trace, and the body. A body begins with a brace, which no length
 * does: so are records told apart that have no trace.
 */
final class KafkaRecordSink implements RecordSink {

    private static final int HEADER = 3 * Long.BYTES;
    private static final byte BODY = '{';
    private static final byte[] NO_TRACE = {};
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

    /** The journal record of a prediction; {@code traceparent} is what asked for it, null where nothing did. */
    static byte[] payload(PredictionMade prediction, @Nullable String traceparent) {
        byte[] body = EventCodec.write(prediction).getBytes(StandardCharsets.UTF_8);
        byte[] trace = TraceContext.valid(traceparent) ? traceparent.getBytes(StandardCharsets.US_ASCII) : NO_TRACE;
        ByteBuffer record = ByteBuffer.allocate(HEADER + (trace.length == 0 ? 0 : 1 + trace.length) + body.length)
                .putLong(prediction.predictionId().getMostSignificantBits())
                .putLong(prediction.predictionId().getLeastSignificantBits())
                .putLong(prediction.occurredAt().toEpochMilli());
        if (trace.length > 0) {
            record.put((byte) trace.length).put(trace);
        }
        return record.put(body).array();
    }

    private ProducerRecord<String, byte[]> record(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        String id = new UUID(buffer.getLong(), buffer.getLong()).toString();
        Instant time = Instant.ofEpochMilli(buffer.getLong());
        String traceparent = traceparent(buffer);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        var envelope =
                new EventCodec.Envelope(id, KIND.type(), KIND.topic().topicName(), id, time, source, traceparent);
        return EventCodec.encode(envelope, body);
    }

    private static @Nullable String traceparent(ByteBuffer record) {
        if (record.get(record.position()) == BODY) {
            return null;
        }
        byte[] trace = new byte[record.get()];
        record.get(trace);
        return new String(trace, StandardCharsets.US_ASCII);
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

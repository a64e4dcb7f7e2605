package io.tradewind.inference.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.kit.kafka.EventCodec;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaRecordSinkTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final PredictionMade PREDICTION = new PredictionMade(
            new UUID(1, 2),
            new UUID(0, 1),
            1,
            "d",
            "alice",
            "BTCUSD",
            "1h",
            0L,
            1.0,
            1,
            "DIRECTION",
            List.of(0.4, 0.6),
            Direction.UP,
            0.6,
            null,
            PredictionSource.MODEL,
            10,
            null,
            null,
            null,
            Instant.parse("2026-01-02T03:04:05.678Z"));

    @Test
    void putsThePredictionOnTheTopicWithTheTraceOfWhoAsked() {
        ProducerRecord<String, byte[]> sent = sent(KafkaRecordSink.payload(PREDICTION, TRACE));

        assertThat(header(sent, "traceparent")).isEqualTo(TRACE);
        assertThat(header(sent, "ce_id")).isEqualTo(PREDICTION.predictionId().toString());
        assertThat(header(sent, "ce_time")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(sent.key()).isEqualTo(PREDICTION.predictionId().toString());
        assertThat(EventCodec.read(sent.value(), PredictionMade.class)).isEqualTo(PREDICTION);
    }

    @Test
    void hasNoTraceWhereNobodyAskedOrWhatWasSentIsNone() {
        for (String none : new String[] {null, "nonsense"}) {
            ProducerRecord<String, byte[]> sent = sent(KafkaRecordSink.payload(PREDICTION, none));

            assertThat(header(sent, "traceparent")).isNull();
            assertThat(EventCodec.read(sent.value(), PredictionMade.class)).isEqualTo(PREDICTION);
        }
    }

    /** As an earlier version left them on the disk of a replica. */
    @Test
    void readsRecordsOfBeforeTheyHadTraces() {
        byte[] body = EventCodec.write(PREDICTION).getBytes(StandardCharsets.UTF_8);
        byte[] earlier = ByteBuffer.allocate(3 * Long.BYTES + body.length)
                .putLong(1)
                .putLong(2)
                .putLong(PREDICTION.occurredAt().toEpochMilli())
                .put(body)
                .array();

        ProducerRecord<String, byte[]> sent = sent(earlier);

        assertThat(header(sent, "traceparent")).isNull();
        assertThat(EventCodec.read(sent.value(), PredictionMade.class)).isEqualTo(PREDICTION);
    }

    private static ProducerRecord<String, byte[]> sent(byte[] payload) {
        try (var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
                var sink = new KafkaRecordSink(() -> producer, "inference")) {
            sink.send(payload, RecordSink.Listener.of(() -> {}, failure -> {}));
            return producer.history().getFirst();
        }
    }

    private static @Nullable String header(ProducerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

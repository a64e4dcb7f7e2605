package io.tradewind.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.kit.app.Outcomes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventCodecTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                1,
                42,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers().toArray()),
                Optional.empty());
    }

    @Test
    void readsWhatItWrote() {
        OutcomeObserved event = Outcomes.outcome(UUID.randomUUID(), "t");

        EventCodec.Decoded decoded = EventCodec.decode(received(EventCodec.encode(event, "id-1", TIME, "test", TRACE)))
                .orElseThrow();

        assertThat(decoded).isEqualTo(new EventCodec.Decoded(event, "id-1", TIME, TRACE));
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        String body = EventCodec.write(Outcomes.outcome(new UUID(0, 1), "t")).replaceFirst("\\{", "{\"added\":[1],");

        OutcomeObserved event = EventCodec.read(body.getBytes(StandardCharsets.UTF_8), OutcomeObserved.class);

        assertThat(event.tradeId()).isEqualTo("t");
    }

    @Test
    void refusesABodyThatLacksWhatItsTypeRequires() {
        String body =
                EventCodec.write(Outcomes.outcome(new UUID(0, 1), "t")).replace("\"actualDirection\":\"UP\",", "");

        assertThatThrownBy(() -> EventCodec.read(body.getBytes(StandardCharsets.UTF_8), OutcomeObserved.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OutcomeObserved lacks actualDirection");
        assertThatThrownBy(() -> EventCodec.read("null".getBytes(StandardCharsets.UTF_8), OutcomeObserved.class))
                .hasMessage("OutcomeObserved is null");
    }

    @Test
    void refusesRecordsThatAreNoCloudEvents() {
        var plain = new ProducerRecord<>("tradewind.outcomes", "k", "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventCodec.decode(received(plain)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a CloudEvent in binary mode");
    }
}

package io.tradewind.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.launcher.fleet.FleetFailure;
import io.tradewind.market.candle.CandleSeries;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts closed candles on the topic as an exchange's connector would: CloudEvents in binary mode, in order. */
final class CandleFeed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FLUSH = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    CandleFeed(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes one candle as one that just closed. */
    void close(CandleSeries series, int index) {
        CandleClosed candle = new CandleClosed(
                series.symbol(),
                series.timeframe().label(),
                series.openTime(index),
                series.open(index),
                series.high(index),
                series.low(index),
                series.close(index),
                series.volume(index),
                CandleOrigin.LIVE);
        producer.send(record(candle), (stored, cause) -> {
            if (cause != null) {
                failure.set(cause);
            }
        });
        Exception broken = failure.get();
        if (broken != null) {
            throw new FleetFailure("Kafka did not take a candle: " + broken.getMessage());
        }
    }

    private static ProducerRecord<String, byte[]> record(CandleClosed candle) {
        try {
            var record = new ProducerRecord<>(
                    candle.eventTopic().topicName(), candle.eventKey(), JSON.writeValueAsBytes(candle));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", UUID.randomUUID().toString());
            header(record, "ce_source", "/tradewind/demo");
            header(record, "ce_type", candle.eventType());
            header(record, "ce_time", Instant.now().toString());
            header(record, "content-type", "application/json");
            return record;
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("cannot be written as JSON: " + candle, cause);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(FLUSH);
    }
}

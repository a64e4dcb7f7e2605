package io.tradewind.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.market.candle.CandleSeries;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A market feed: puts closed candles on the topic, as an exchange connector would. */
final class LiveMarket implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;

    LiveMarket(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", "true", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

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
        producer.send(cloudEvent(candle));
    }

    void flush() {
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> cloudEvent(CandleClosed candle) {
        try {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                    candle.eventTopic().topicName(), candle.eventKey(), JSON.writeValueAsBytes(candle));
            Headers headers = message.headers();
            headers.add("ce_specversion", bytes("1.0"));
            headers.add("ce_id", bytes(UUID.randomUUID().toString()));
            headers.add("ce_source", bytes("/system-tests/live-market"));
            headers.add("ce_type", bytes(candle.eventType()));
            headers.add("ce_time", bytes(Instant.now().toString()));
            headers.add("content-type", bytes("application/json"));
            return message;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}

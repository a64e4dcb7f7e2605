package io.tradewind.inference.prediction;

import java.time.Duration;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PredictionConfigTest {

    @Test
    void hasDefaults() {
        PredictionConfig config = Configs.read(PredictionConfig.class, Map.of());

        assertThat(config.maxInstances()).isEqualTo(1024);
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.queueCapacity()).isEqualTo(256);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.maxBodySize().asLongValue()).isEqualTo(8L << 20);
        assertThat(config.maxBodiesInFlight().asLongValue()).isEqualTo(64L << 20);
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsEverySetting() {
        PredictionConfig config = Configs.read(
                PredictionConfig.class,
                Map.ofEntries(
                        Map.entry("inference.prediction.max-instances", "5"),
                        Map.entry("inference.prediction.threads", "6"),
                        Map.entry("inference.prediction.queue-capacity", "7"),
                        Map.entry("inference.prediction.timeout", "PT8S"),
                        Map.entry("inference.prediction.max-body-size", "9K"),
                        Map.entry("inference.prediction.max-bodies-in-flight", "10K"),
                        Map.entry("inference.prediction.body-timeout", "PT11S")));

        assertThat(config.maxInstances()).isEqualTo(5);
        assertThat(config.threads()).isEqualTo(6);
        assertThat(config.queueCapacity()).isEqualTo(7);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.maxBodySize().asLongValue()).isEqualTo(9L << 10);
        assertThat(config.maxBodiesInFlight().asLongValue()).isEqualTo(10L << 10);
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(11));
    }
}

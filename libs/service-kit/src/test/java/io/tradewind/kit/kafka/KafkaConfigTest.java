package io.tradewind.kit.kafka;

import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaConfigTest {

    private static KafkaConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(KafkaConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(KafkaConfig.class);
    }

    @Test
    void hasDefaultsForOneMachine() {
        KafkaConfig config = config(Map.of());

        assertThat(config.bootstrapServers()).isEqualTo("localhost:19092");
        assertThat(config.provisionTopics()).isTrue();
        assertThat(config.replicationFactor()).isEqualTo((short) 1);
        assertThat(config.deliveryTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.bufferMemory()).isEqualTo(16L << 20);
        assertThat(config.maxPollRecords()).isEqualTo(500);
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesEverySetting() {
        KafkaConfig config = config(Map.of(
                "tradewind.kafka.bootstrap-servers", "a:1,b:2",
                "tradewind.kafka.provision-topics", "false",
                "tradewind.kafka.replication-factor", "3",
                "tradewind.kafka.delivery-timeout", "5s",
                "tradewind.kafka.buffer-memory", "1024",
                "tradewind.kafka.max-poll-records", "10",
                "tradewind.kafka.session-timeout", "30s"));

        assertThat(config.bootstrapServers()).isEqualTo("a:1,b:2");
        assertThat(config.provisionTopics()).isFalse();
        assertThat(config.replicationFactor()).isEqualTo((short) 3);
        assertThat(config.deliveryTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.bufferMemory()).isEqualTo(1024);
        assertThat(config.maxPollRecords()).isEqualTo(10);
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(30));
    }
}

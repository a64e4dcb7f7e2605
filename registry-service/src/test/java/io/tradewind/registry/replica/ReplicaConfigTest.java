package io.tradewind.registry.replica;

import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicaConfigTest {

    @Test
    void hasDefaults() {
        ReplicaConfig config = mapped(Map.of());

        assertThat(config.missedHeartbeats()).isEqualTo(3);
        assertThat(config.assumedHeartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.forgetAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesEverySettingFromTheOutside() {
        ReplicaConfig config = mapped(Map.of(
                "registry.replica.missed-heartbeats", "5",
                "registry.replica.assumed-heartbeat", "PT2S",
                "registry.replica.forget-after", "PT5M"));

        assertThat(config.missedHeartbeats()).isEqualTo(5);
        assertThat(config.assumedHeartbeat()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.forgetAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    private static ReplicaConfig mapped(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReplicaConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ReplicaConfig.class);
    }
}

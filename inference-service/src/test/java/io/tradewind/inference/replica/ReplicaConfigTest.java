package io.tradewind.inference.replica;

import java.time.Duration;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicaConfigTest {

    @Test
    void hasDefaults() {
        ReplicaConfig config = Configs.read(ReplicaConfig.class, Map.of());

        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsEverySetting() {
        ReplicaConfig config =
                Configs.read(ReplicaConfig.class, Map.ofEntries(Map.entry("inference.replica.heartbeat", "PT5S")));

        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(5));
    }
}

package io.tradewind.inference.history;

import java.time.Duration;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryConfigTest {

    @Test
    void hasDefaults() {
        HistoryConfig config = Configs.read(HistoryConfig.class, Map.of());

        assertThat(config.keep()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void readsEverySetting() {
        HistoryConfig config =
                Configs.read(HistoryConfig.class, Map.ofEntries(Map.entry("inference.history.keep", "P3D")));

        assertThat(config.keep()).isEqualTo(Duration.ofDays(3));
    }
}

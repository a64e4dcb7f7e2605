package io.tradewind.inference.symbol;

import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FallbackConfigTest {

    @Test
    void hasDefaults() {
        FallbackConfig config = Configs.read(FallbackConfig.class, Map.of());

        assertThat(config.enabled()).isEqualTo(true);
    }

    @Test
    void readsEverySetting() {
        FallbackConfig config =
                Configs.read(FallbackConfig.class, Map.ofEntries(Map.entry("inference.fallback.enabled", "false")));

        assertThat(config.enabled()).isEqualTo(false);
    }
}

package io.tradewind.inference.live;

import java.time.Duration;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiveConfigTest {

    @Test
    void hasDefaults() {
        LiveConfig config = Configs.read(LiveConfig.class, Map.of());

        assertThat(config.history()).isEqualTo(50_000);
        assertThat(config.maxCandles()).isEqualTo(1_000_000);
        assertThat(config.maxSeries()).isEqualTo(500);
        assertThat(config.startWait()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void readsEverySetting() {
        LiveConfig config = Configs.read(
                LiveConfig.class,
                Map.ofEntries(
                        Map.entry("inference.live.history", "600"),
                        Map.entry("inference.live.max-candles", "700"),
                        Map.entry("inference.live.max-series", "8"),
                        Map.entry("inference.live.start-wait", "PT9S")));

        assertThat(config.history()).isEqualTo(600);
        assertThat(config.maxCandles()).isEqualTo(700);
        assertThat(config.maxSeries()).isEqualTo(8);
        assertThat(config.startWait()).isEqualTo(Duration.ofSeconds(9));
    }
}

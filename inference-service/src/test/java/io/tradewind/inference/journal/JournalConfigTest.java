package io.tradewind.inference.journal;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JournalConfigTest {

    @Test
    void hasDefaults() {
        JournalConfig config = Configs.read(JournalConfig.class, Map.of());

        assertThat(config.maxSize()).isEqualTo(new MemorySize(BigInteger.valueOf(256L << 20)));
        assertThat(config.segmentSize()).isEqualTo(new MemorySize(BigInteger.valueOf(8L << 20)));
        assertThat(config.queueCapacity()).isEqualTo(4096);
        assertThat(config.syncInterval()).isEqualTo(Duration.ofMillis(50));
        assertThat(config.maxInFlight()).isEqualTo(2000);
        assertThat(config.retryDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.retryMaxDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.closeTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsEverySetting() {
        JournalConfig config = Configs.read(
                JournalConfig.class,
                Map.ofEntries(
                        Map.entry("inference.journal.max-size", "1M"),
                        Map.entry("inference.journal.segment-size", "64K"),
                        Map.entry("inference.journal.queue-capacity", "7"),
                        Map.entry("inference.journal.sync-interval", "PT1S"),
                        Map.entry("inference.journal.max-in-flight", "9"),
                        Map.entry("inference.journal.retry-delay", "PT2S"),
                        Map.entry("inference.journal.retry-max-delay", "PT3S"),
                        Map.entry("inference.journal.close-timeout", "PT4S")));

        assertThat(config.maxSize()).isEqualTo(new MemorySize(BigInteger.valueOf(1L << 20)));
        assertThat(config.segmentSize()).isEqualTo(new MemorySize(BigInteger.valueOf(64L << 10)));
        assertThat(config.queueCapacity()).isEqualTo(7);
        assertThat(config.syncInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.maxInFlight()).isEqualTo(9);
        assertThat(config.retryDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retryMaxDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.closeTimeout()).isEqualTo(Duration.ofSeconds(4));
    }
}

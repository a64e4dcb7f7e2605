package io.tradewind.registry.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StorageConfigTest {

    @Test
    void hasDefaults() {
        StorageConfig config = mapped(Map.of());

        assertThat(config.folder()).isEqualTo(Path.of("data/bundles"));
        assertThat(config.maxFileSize().asLongValue()).isEqualTo(512L << 20);
        assertThat(config.maxBundleSize().asLongValue()).isEqualTo(1L << 30);
        assertThat(config.maxFiles()).isEqualTo(32);
        assertThat(config.pendingTimeout()).isEqualTo(Duration.ofHours(24));
        assertThat(config.sweepInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(config.threads()).isEqualTo(4);
        assertThat(config.queue()).isEqualTo(256);
    }

    @Test
    void takesEverySettingFromTheOutside() {
        StorageConfig config = mapped(Map.of(
                "registry.storage.folder", "/var/bundles",
                "registry.storage.max-file-size", "1M",
                "registry.storage.max-bundle-size", "2M",
                "registry.storage.max-files", "3",
                "registry.storage.pending-timeout", "PT1H",
                "registry.storage.sweep-interval", "PT1M",
                "registry.storage.threads", "5",
                "registry.storage.queue", "6"));

        assertThat(config.folder()).isEqualTo(Path.of("/var/bundles"));
        assertThat(config.maxFileSize().asLongValue()).isEqualTo(1L << 20);
        assertThat(config.maxBundleSize().asLongValue()).isEqualTo(2L << 20);
        assertThat(config.maxFiles()).isEqualTo(3);
        assertThat(config.pendingTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(config.sweepInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.threads()).isEqualTo(5);
        assertThat(config.queue()).isEqualTo(6);
    }

    private static StorageConfig mapped(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(StorageConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}

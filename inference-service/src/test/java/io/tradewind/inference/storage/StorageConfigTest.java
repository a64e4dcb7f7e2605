package io.tradewind.inference.storage;

import java.nio.file.Path;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StorageConfigTest {

    @Test
    void hasDefaults() {
        StorageConfig config = Configs.read(StorageConfig.class, Map.of());

        assertThat(config.directory()).isEqualTo(Path.of("data/inference"));
    }

    @Test
    void readsEverySetting() {
        StorageConfig config =
                Configs.read(StorageConfig.class, Map.ofEntries(Map.entry("inference.storage.directory", "/var/x")));

        assertThat(config.directory()).isEqualTo(Path.of("/var/x"));
    }
}

package io.tradewind.inference.deployment;

import java.net.URI;
import java.util.Map;

import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryConfigTest {

    @Test
    void hasDefaults() {
        RegistryConfig config = Configs.read(RegistryConfig.class, Map.of());

        assertThat(config.url()).isEqualTo(URI.create("http://localhost:8081"));
    }

    @Test
    void readsEverySetting() {
        RegistryConfig config = Configs.read(
                RegistryConfig.class,
                Map.ofEntries(Map.entry("tradewind.services.registry.url", "http://registry:80")));

        assertThat(config.url()).isEqualTo(URI.create("http://registry:80"));
    }
}

package io.tradewind.inference.deployment;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
import io.tradewind.inference.fixture.Configs;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentConfigTest {

    @Test
    void hasDefaults() {
        DeploymentConfig config = Configs.read(DeploymentConfig.class, Map.of());

        assertThat(config.loaderThreads()).isEqualTo(2);
        assertThat(config.downloadTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.maxBundleSize()).isEqualTo(new MemorySize(BigInteger.valueOf(1L << 30)));
        assertThat(config.cacheSize()).isEqualTo(new MemorySize(BigInteger.valueOf(2L << 30)));
        assertThat(config.warmUp()).isEqualTo(Duration.ofMillis(300));
        assertThat(config.retryDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.retryMaxDelay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.reportAfterAttempts()).isEqualTo(5);
    }

    @Test
    void readsEverySetting() {
        DeploymentConfig config = Configs.read(
                DeploymentConfig.class,
                Map.ofEntries(
                        Map.entry("inference.deployment.loader-threads", "3"),
                        Map.entry("inference.deployment.download-timeout", "PT1S"),
                        Map.entry("inference.deployment.max-bundle-size", "1M"),
                        Map.entry("inference.deployment.cache-size", "2M"),
                        Map.entry("inference.deployment.warm-up", "PT2S"),
                        Map.entry("inference.deployment.retry-delay", "PT3S"),
                        Map.entry("inference.deployment.retry-max-delay", "PT4S"),
                        Map.entry("inference.deployment.report-after-attempts", "6")));

        assertThat(config.loaderThreads()).isEqualTo(3);
        assertThat(config.downloadTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.maxBundleSize()).isEqualTo(new MemorySize(BigInteger.valueOf(1L << 20)));
        assertThat(config.cacheSize()).isEqualTo(new MemorySize(BigInteger.valueOf(2L << 20)));
        assertThat(config.warmUp()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retryDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.retryMaxDelay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.reportAfterAttempts()).isEqualTo(6);
    }
}

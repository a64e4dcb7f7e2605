package io.tradewind.monitoring;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tradewind.monitoring.alert.AlertConfig;
import io.tradewind.monitoring.drift.DriftConfig;
import io.tradewind.monitoring.outcome.OutcomeConfig;
import io.tradewind.monitoring.prediction.PredictionConfig;
import io.tradewind.monitoring.statistics.ArithmeticConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigTest {

    @Test
    void everyDefaultIsAsDocumented() {
        PredictionConfig prediction = read(PredictionConfig.class, Map.of());
        assertThat(prediction.costBps()).isZero();
        assertThat(prediction.retention()).isEqualTo(Duration.ofDays(90));
        assertThat(prediction.expiryInterval()).isEqualTo(Duration.ofMinutes(10));

        OutcomeConfig outcome = read(OutcomeConfig.class, Map.of());
        assertThat(outcome.sweepInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(outcome.batch()).isEqualTo(2000);

        DriftConfig drift = read(DriftConfig.class, Map.of());
        assertThat(drift.minimumRows()).isEqualTo(100);
        assertThat(drift.minimumOutcomes()).isEqualTo(100);
        assertThat(drift.fetchInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(drift.longestRetryPause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(drift.pendingRows()).isEqualTo(20_000);

        AlertConfig alert = read(AlertConfig.class, Map.of());
        assertThat(alert.interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(alert.window()).isEqualTo("24h");
        assertThat(alert.cohorts()).isEqualTo(200);

        ArithmeticConfig arithmetic = read(ArithmeticConfig.class, Map.of());
        assertThat(arithmetic.threads()).isEqualTo(2);
        assertThat(arithmetic.queue()).isEqualTo(256);
    }

    @Test
    void everySettingCanBeSet() {
        PredictionConfig prediction = read(
                PredictionConfig.class,
                Map.of(
                        "monitoring.prediction.cost-bps", "12.5",
                        "monitoring.prediction.retention", "P30D",
                        "monitoring.prediction.expiry-interval", "PT1H"));
        assertThat(prediction.costBps()).isEqualTo(12.5);
        assertThat(prediction.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(prediction.expiryInterval()).isEqualTo(Duration.ofHours(1));

        OutcomeConfig outcome = read(
                OutcomeConfig.class,
                Map.of("monitoring.outcome.sweep-interval", "PT5S", "monitoring.outcome.batch", "10"));
        assertThat(outcome.sweepInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(outcome.batch()).isEqualTo(10);

        DriftConfig drift = read(
                DriftConfig.class,
                Map.of(
                        "monitoring.drift.minimum-rows", "7",
                        "monitoring.drift.minimum-outcomes", "8",
                        "monitoring.drift.fetch-interval", "PT9S",
                        "monitoring.drift.longest-retry-pause", "PT10S",
                        "monitoring.drift.pending-rows", "11"));
        assertThat(drift.minimumRows()).isEqualTo(7);
        assertThat(drift.minimumOutcomes()).isEqualTo(8);
        assertThat(drift.fetchInterval()).isEqualTo(Duration.ofSeconds(9));
        assertThat(drift.longestRetryPause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(drift.pendingRows()).isEqualTo(11);

        AlertConfig alert = read(
                AlertConfig.class,
                Map.of(
                        "monitoring.alert.interval", "PT3S",
                        "monitoring.alert.window", "7d",
                        "monitoring.alert.cohorts", "5"));
        assertThat(alert.interval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(alert.window()).isEqualTo("7d");
        assertThat(alert.cohorts()).isEqualTo(5);

        ArithmeticConfig arithmetic = read(
                ArithmeticConfig.class,
                Map.of("monitoring.arithmetic.threads", "3", "monitoring.arithmetic.queue", "4"));
        assertThat(arithmetic.threads()).isEqualTo(3);
        assertThat(arithmetic.queue()).isEqualTo(4);
    }

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(mapping);
    }
}

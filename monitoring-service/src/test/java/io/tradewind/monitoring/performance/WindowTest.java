package io.tradewind.monitoring.performance;

import java.time.Duration;
import java.time.Instant;

import io.tradewind.kit.problem.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WindowTest {

    private static final Instant NOW = Instant.parse("2026-01-08T00:00:00Z");

    @Test
    void readsHoursDaysAndEverything() {
        assertThat(Window.parse("6h").length()).isEqualTo(Duration.ofHours(6));
        assertThat(Window.parse("7d").startBefore(NOW)).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Window.parse("total").startBefore(NOW)).isNull();
        assertThat(Window.parse(null)).isEqualTo(Window.TOTAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0h", "7w", "h", "-1d", "123456h", "1h "})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Window.parse(text))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("window must be");
    }

    @Test
    void knowsMetricsByTheirPublicNames() {
        assertThat(WatchedMetric.find("p99LatencyMs")).contains(WatchedMetric.P99_LATENCY);
        assertThat(WatchedMetric.find("p98LatencyMs")).isEmpty();
        for (WatchedMetric metric : WatchedMetric.values()) {
            assertThat(ModelMetrics.class.getRecordComponents())
                    .extracting("name")
                    .contains(metric.publicName());
        }
    }
}

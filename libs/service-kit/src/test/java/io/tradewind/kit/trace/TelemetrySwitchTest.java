package io.tradewind.kit.trace;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TelemetrySwitchTest {

    @Test
    void staysOffWithoutAnEndpoint() {
        assertThat(TelemetrySwitch.settings("")).isEqualTo(Map.of("quarkus.otel.sdk.disabled", "true"));
        assertThat(TelemetrySwitch.settings("http://collector:4317"))
                .isEqualTo(Map.of(
                        "quarkus.otel.sdk.disabled",
                        "false",
                        "quarkus.otel.exporter.otlp.endpoint",
                        "http://collector:4317"));
    }
}

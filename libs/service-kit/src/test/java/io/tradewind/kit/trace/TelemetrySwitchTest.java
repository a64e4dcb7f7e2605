package io.tradewind.kit.trace;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TelemetrySwitchTest {

    @Test
    void staysOffWithoutAnEndpoint() {
        assertThat(TelemetrySwitch.settings("", "grpc")).isEqualTo(Map.of("quarkus.otel.sdk.disabled", "true"));
        assertThat(TelemetrySwitch.settings(null, null)).isEqualTo(Map.of("quarkus.otel.sdk.disabled", "true"));
    }

    @Test
    void sendsToTheEndpointByTheProtocolThatIsAskedFor() {
        assertThat(TelemetrySwitch.settings("http://collector:4317", null))
                .isEqualTo(Map.of(
                        "quarkus.otel.sdk.disabled", "false",
                        "quarkus.otel.exporter.otlp.endpoint", "http://collector:4317",
                        "quarkus.otel.exporter.otlp.protocol", "grpc"));
        assertThat(TelemetrySwitch.settings("http://collector:4318", "http/protobuf"))
                .containsEntry("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
    }
}

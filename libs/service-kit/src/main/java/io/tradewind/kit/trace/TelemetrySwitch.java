package io.tradewind.kit.trace;

import java.util.Map;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.common.MapBackedConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the OpenTelemetry SDK off unless there is somewhere to send to: {@code OTEL_EXPORTER_OTLP_ENDPOINT}, reached by
 * {@code OTEL_EXPORTER_OTLP_PROTOCOL}, {@code grpc} (the default) or {@code http/protobuf}.
 */
@StaticInitSafe
public final class TelemetrySwitch extends MapBackedConfigSource {

    /** Above the defaults of libraries (100), below application.properties (250), so that either way can be forced. */
    private static final int ORDINAL = 150;

    private static final String GRPC = "grpc";

    /** Made by the service loader. */
    public TelemetrySwitch() {
        super(
                "tradewind-telemetry-switch",
                settings(System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT"), System.getenv("OTEL_EXPORTER_OTLP_PROTOCOL")),
                ORDINAL);
    }

    static Map<String, String> settings(@Nullable String endpoint, @Nullable String protocol) {
        if (endpoint == null || endpoint.isBlank()) {
            return Map.of("quarkus.otel.sdk.disabled", "true");
        }
        return Map.of(
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                endpoint,
                "quarkus.otel.exporter.otlp.protocol",
                protocol == null || protocol.isBlank() ? GRPC : protocol);
    }
}

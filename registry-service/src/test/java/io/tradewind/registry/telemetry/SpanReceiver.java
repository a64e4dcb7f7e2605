package io.tradewind.registry.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A collector that speaks OTLP over HTTP and keeps the spans it is sent. */
public final class SpanReceiver implements QuarkusTestResourceLifecycleManager {

    /** What the tests need of a span; ids as lower-case hex. */
    record Received(String traceId, String spanId, String parentSpanId, String name) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
        return Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(SpanReceiver.class));
    }

    /** Spans of a trace that have arrived, with this name. */
    Stream<Received> spans(String traceId, String name) {
        return received.stream()
                .filter(span -> span.traceId().equals(traceId) && span.name().equals(name));
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            resources(ByteBuffer.wrap(body));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    // ExportTraceServiceRequest.resource_spans = 1, ResourceSpans.scope_spans = 2, ScopeSpans.spans = 2
    // (opentelemetry-proto 1.x)
    private void resources(ByteBuffer request) {
        eachField(
                request,
                (field, resource) -> eachField(resource, (inner, scope) -> {
                    if (inner == 2) {
                        eachField(scope, (number, span) -> {
                            if (number == 2) {
                                received.add(span(span));
                            }
                        });
                    }
                }));
    }

    private static Received span(ByteBuffer span) {
        String[] fields = {"", "", "", "", "", ""};
        eachField(span, (number, value) -> {
            byte[] bytes = new byte[value.remaining()];
            value.get(bytes);
            if (number < fields.length) {
                fields[number] = number == 5
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : HexFormat.of().formatHex(bytes);
            }
        });
        return new Received(fields[1], fields[2], fields[4], fields[5]);
    }

    /** Hands over the fields of a protobuf message that have a length; numbers are passed over. */
    private static void eachField(ByteBuffer message, BiConsumer<Integer, ByteBuffer> field) {
        while (message.hasRemaining()) {
            long tag = varint(message);
            switch ((int) tag & 7) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case 2 -> {
                    int length = (int) varint(message);
                    field.accept((int) (tag >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 5 -> message.position(message.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("no wire type of protobuf: " + (tag & 7));
            }
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}

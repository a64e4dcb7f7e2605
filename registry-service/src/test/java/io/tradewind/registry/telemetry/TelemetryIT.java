package io.tradewind.registry.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.trace.TraceContext;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.testkit.TestEvents;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With a collector to send to: one trace from the request over the outbox and Kafka to whoever consumes the event. */
@QuarkusTest
@RegistryIT
@WithTestResource(value = SpanReceiver.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TelemetryIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String GROUP = "telemetry-test";

    private final Client alice = Client.someone();
    private final Map<String, String> traceparents = new ConcurrentHashMap<>();

    SpanReceiver collector;

    @Inject
    Inbox inbox;

    @Test
    void followsARequestToTheConsumerOfItsEvent() {
        // Given: a consumer that has read what there was
        inbox.consume(GROUP, Set.of(Topic.MODELS), this::note);
        String earlier = alice.model();
        Awaitility.await().atMost(LIMIT).until(() -> traceparents.containsKey(earlier));

        // When
        String model = alice.json(Map.of(
                        "name", "traced", "architecture", "xgboost", "symbols", List.of("BTCUSD"), "timeframe", "1h"))
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .post("/api/v1/models")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await().atMost(LIMIT).until(() -> traceparents.containsKey(model));

        // Then
        SpanReceiver.Received request = arrived("POST /api/v1/models");
        SpanReceiver.Received consumed = arrived("process " + GROUP);
        assertThat(request.parentSpanId()).isEqualTo(CALLER);
        assertThat(header(model)).isEqualTo("00-" + TRACE + "-" + request.spanId() + "-01");
        assertThat(consumed.parentSpanId()).isEqualTo(request.spanId());
        assertThat(traceparents.get(model)).isEqualTo("00-" + TRACE + "-" + consumed.spanId() + "-01");
    }

    private Uni<Void> note(SqlConnection tx, List<Received> events) {
        events.stream()
                .map(Received::event)
                .filter(ModelChanged.class::isInstance)
                .forEach(event -> traceparents.put(
                        ((ModelChanged) event).modelId().toString(), String.valueOf(TraceContext.traceparent())));
        return Uni.createFrom().voidItem();
    }

    private SpanReceiver.Received arrived(String name) {
        return Awaitility.await(name)
                .atMost(LIMIT)
                .until(() -> collector.spans(TRACE, name).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private static String header(String model) {
        return TestEvents.readRecords(Topic.MODELS).stream()
                .filter(record -> model.equals(record.key()))
                .map(record ->
                        new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}

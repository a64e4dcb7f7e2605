package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.Examples;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class AlertIT {

    private final Api alice = Api.user("alice");

    @Test
    void firesOnceForEachThresholdAndResolvesWhenTheModelIsWellAgain() {
        // Given: right in 30 of 100
        UUID model = Api.model("alice");
        say(model, 30, true);
        say(model, 70, false);

        // When
        awaitAlerts(model, Set.of("accuracy_drop FIRING", "win_rate_drop FIRING"), 3);
        JsonPath first = alice.read("/api/v1/alerts?limit=1&modelId=" + model);
        JsonPath second =
                alice.read("/api/v1/alerts?limit=1&modelId=" + model + "&cursor=" + first.getString("nextCursor"));
        String id = first.getString("items[0].id");
        say(model, 200, true);
        awaitAlerts(model, Set.of("accuracy_drop RESOLVED", "win_rate_drop RESOLVED"), 3);

        // Then
        assertThat(second.getString("items[0].id")).isNotEqualTo(id);
        assertThat(alice.read("/api/v1/alerts/" + id).getString("status")).isEqualTo("RESOLVED");
        alice.post("/api/v1/alerts/" + id + "/acknowledge", "").statusCode(409);
        alice.get("/api/v1/alerts/" + UUID.randomUUID()).statusCode(404);
        Api.user("mallory").get("/api/v1/alerts/" + id).statusCode(404);
        assertThat(Api.user("mallory").read("/api/v1/alerts?modelId=" + model).getList("items"))
                .isEmpty();
        AlertChanged resolved = TestEvents.read(
                AlertChanged.class,
                alert -> alert.alertId().toString().equals(id) && alert.status() == AlertStatus.RESOLVED,
                Examples.LIMIT);
        assertThat(resolved.value()).isGreaterThan(resolved.threshold());
    }

    @Test
    void closesAlertsOfAThresholdThatIsTakenAway() {
        // Given
        Api admin = Api.admin();
        List<Map<String, Object>> defaults = admin.read("/api/v1/thresholds").getList("thresholds");
        UUID model = Api.model("alice");
        say(model, 45, true);
        say(model, 55, false);
        awaitAlerts(model, Set.of("accuracy_drop FIRING"), 1);

        // When
        List<Map<String, Object>> fewer = defaults.stream()
                .filter(row -> !row.get("type").equals("accuracy_drop"))
                .toList();
        admin.put("/api/v1/thresholds", "*", Map.of("thresholds", fewer)).statusCode(200);

        // Then
        awaitAlerts(model, Set.of("accuracy_drop RESOLVED"), 1);
        admin.put("/api/v1/thresholds", "*", Map.of("thresholds", defaults)).statusCode(200);
    }

    @Test
    void prometheusCanReadEveryLineAndSeesTheModelsFigures() {
        // Given
        UUID model = Api.model("alice");
        say(model, 3, true);

        // When
        String label = "model=\"" + model + "\"";
        Awaitility.await().atMost(Examples.LIMIT).until(() -> exposition()
                .lines()
                .anyMatch(line -> line.startsWith("tradewind_monitoring_model_accuracy") && line.contains(label)));
        String text = exposition();

        // Then: the exposition format's grammar, line by line
        String sample =
                "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"(\\\\.|[^\"\\\\])*\",?)*\\})? \\S+( \\S+ \\S+)?.*";
        assertThat(text.lines().filter(line -> !line.startsWith("#"))).allMatch(line -> line.matches(sample));
        assertThat(text).contains("tradewind_monitoring_model_outcomes{");
    }

    private static String exposition() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private void awaitAlerts(UUID model, Set<String> expected, int count) {
        Awaitility.await().atMost(Examples.LIMIT).untilAsserted(() -> {
            JsonPath alerts = alice.read("/api/v1/alerts?modelId=" + model);
            List<Map<String, Object>> items = alerts.getList("items");
            assertThat(items.stream()
                            .map(item -> item.get("type") + " " + item.get("status"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(expected);
            assertThat(items).hasSize(count);
        });
    }

    private void say(UUID model, int times, boolean right) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            PredictionMade prediction = Examples.prediction(model, "alice")
                    .says(Direction.UP, 0.6)
                    .at(Instant.now())
                    .made();
            events.add(prediction);
            // Gains and losses so small that no drawdown comes into it.
            double move = right ? 1e-5 : -1e-5;
            events.add(new OutcomeObserved(
                    prediction.predictionId(), move, right ? Direction.UP : Direction.DOWN, null, null, Instant.now()));
        }
        TestEvents.publish(events);
    }
}

package io.tradewind.monitoring.recording;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.Examples;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import io.tradewind.testkit.TestEvents;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class RecordingIT {

    private final Api alice = Api.user("alice");

    @Test
    void predictionsAndOutcomesReportedOverHttpAreOnTheTopicAndCounted() {
        // Given
        UUID model = Api.model("alice");
        List<Map<String, Object>> predictions =
                List.of(prediction(model, "UP", 0.8), prediction(model, "DOWN", 0.7), prediction(model, "UP", 0.6));

        // When
        List<String> ids = accepted("/api/v1/predictions", predictions);
        accepted(
                "/api/v1/outcomes",
                List.of(
                        Map.of("predictionId", ids.get(0), "actualReturn", 0.02),
                        Map.of("predictionId", ids.get(1), "actualReturn", 0.01, "profit", -0.004, "tradeId", "t-1")));

        // Then
        alice.awaitCoverage(model, 3, 2);
        JsonPath metrics = alice.read("/api/v1/models/" + model + "/metrics");
        assertThat(metrics.getDouble("totalPnL")).isCloseTo(0.016, within(1e-9));
        assertThat(metrics.getDouble("accuracy")).isEqualTo(0.5);
        assertThat(metrics.getDouble("avgLatencyMs")).isEqualTo(5.3);
        OutcomeObserved published = TestEvents.read(
                OutcomeObserved.class,
                outcome -> outcome.predictionId().toString().equals(ids.get(1)),
                Examples.LIMIT);
        assertThat(published.reportedBy()).isEqualTo("alice");
    }

    @Test
    void anOutcomeMayComeBeforeItsPrediction() {
        // Given
        UUID model = Api.model("alice");
        UUID id = UUID.randomUUID();

        // When
        accepted("/api/v1/outcomes", List.of(Map.of("predictionId", id, "actualReturn", -0.01)));
        Map<String, Object> prediction = new java.util.HashMap<>(prediction(model, "DOWN", 0.9));
        prediction.put("predictionId", id);
        accepted("/api/v1/predictions", List.of(prediction));

        // Then
        alice.awaitCoverage(model, 1, 1);
    }

    @Test
    void aTradeReportedTwiceCountsOnce() {
        // Given
        UUID model = Api.model("alice");
        List<Map<String, Object>> trades = List.of(
                Map.of("tradeId", "a", "modelId", model, "modelVersion", 2, "profit", 0.05, "confidence", 0.82),
                Map.of("tradeId", "b", "modelId", model, "modelVersion", 2, "profit", -0.02, "direction", "DOWN"));

        // When
        List<String> first = accepted("/api/v1/trades", trades);
        List<String> second = accepted("/api/v1/trades", trades);

        // Then
        assertThat(second).isEqualTo(first);
        alice.awaitCoverage(model, 2, 2);
        JsonPath metrics = alice.read("/api/v1/models/" + model + "/metrics?version=2");
        assertThat(metrics.getInt("tradesTotal")).isEqualTo(2);
        assertThat(metrics.getInt("tradesWin")).isEqualTo(1);
        assertThat(metrics.getDouble("profitFactor")).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameIds() {
        // Given
        UUID model = Api.model("alice");
        List<Map<String, Object>> predictions = List.of(prediction(model, "UP", 0.8));

        // When
        List<String> first = withKey("key-" + model, predictions);
        List<String> second = withKey("key-" + model, predictions);

        // Then
        assertThat(second).isEqualTo(first);
        alice.awaitCoverage(model, 1, 0);
    }

    @Test
    void nobodyRecordsForSomebodyElse() {
        // Given
        UUID model = Api.model("alice");
        String id = accepted("/api/v1/predictions", List.of(prediction(model, "UP", 0.8)))
                .getFirst();
        alice.awaitCoverage(model, 1, 0);
        Api mallory = Api.user("mallory");

        // When, Then
        mallory.post("/api/v1/predictions", List.of(prediction(model, "UP", 0.8)))
                .statusCode(404);
        mallory.post("/api/v1/outcomes", List.of(Map.of("predictionId", id, "actualReturn", 0.1)))
                .statusCode(404);
        mallory.post("/api/v1/trades", List.of(Map.of("tradeId", "x", "predictionId", id, "profit", 0.1)))
                .statusCode(404);
        for (String path : List.of("metrics", "metrics/cohorts", "coverage", "drift")) {
            mallory.get("/api/v1/models/" + model + "/" + path).statusCode(404);
        }
        mallory.get("/api/v1/reports/" + model).statusCode(404);
        Api.admin().get("/api/v1/models/" + model + "/metrics").statusCode(200);
        given().get("/api/v1/models/" + model + "/metrics").then().statusCode(401);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        UUID model = Api.model("alice");
        alice.post("/api/v1/outcomes", List.of()).statusCode(400);
        alice.post("/api/v1/outcomes", List.of(Map.of("actualReturn", 0.1))).statusCode(400);
        alice.post("/api/v1/trades", List.of(Map.of("tradeId", "x", "profit", 0.1)))
                .statusCode(400);
        Map<String, Object> odd = new java.util.HashMap<>(prediction(model, "UP", 0.8));
        odd.put("timeframe", "7m");
        String detail = alice.post("/api/v1/predictions", List.of(odd))
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .path("detail");
        assertThat(detail).contains("7m");
        alice.get("/api/v1/models/" + model + "/metrics?window=soon").statusCode(400);
        alice.get("/api/v1/reports/" + model + "?period=hourly").statusCode(400);
        alice.get("/api/v1/alerts?status=LOUD").statusCode(400);
    }

    private List<String> accepted(String path, Object body) {
        return alice.post(path, body).statusCode(202).extract().jsonPath().getList("predictionIds", String.class);
    }

    private List<String> withKey(String key, Object body) {
        return given().header("Authorization", "Bearer " + alice.token())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/predictions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getList("predictionIds", String.class);
    }

    private static Map<String, Object> prediction(UUID model, String direction, double confidence) {
        return Map.of(
                "modelId", model,
                "modelVersion", 1,
                "direction", direction,
                "confidence", confidence,
                "latencyMs", 5.3);
    }
}

package io.tradewind.monitoring.seed;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class SeedIT {

    private static final String PATH = "/api/ml/monitoring";

    private final Api alice = Api.user("alice");

    @Test
    void recordsAndReportsInTheSeedsShapes() {
        // Given
        UUID model = Api.model("alice");

        // When
        record(Map.of(
                "action",
                "record_prediction",
                "modelId",
                model,
                "version",
                "v1.0.0",
                "correct",
                true,
                "confidence",
                0.82,
                "latencyMs",
                5.3));
        record(Map.of(
                "action",
                "record_prediction",
                "modelId",
                model,
                "version",
                1,
                "correct",
                false,
                "confidence",
                0.4,
                "latencyMs",
                6.7));
        record(Map.of(
                "action",
                "record_trade",
                "modelId",
                model,
                "version",
                "1",
                "outcome",
                "win",
                "pnl",
                0.25,
                "confidence",
                0.82));
        record(Map.of(
                "action",
                "record_drift",
                "modelId",
                model,
                "version",
                "1",
                "featureDrift",
                0.15,
                "predictionDrift",
                0.08,
                "performanceDrift",
                0.05));
        alice.awaitCoverage(model, 3, 3);

        // Then
        JsonPath metrics = alice.read(PATH + "?action=metrics&modelId=" + model);
        assertThat(metrics.getBoolean("success")).isTrue();
        Map<String, Object> one = metrics.getMap("metrics[0]");
        assertThat(one.keySet())
                .contains(
                        "accuracy",
                        "predictionsTotal",
                        "predictionsCorrect",
                        "winRate",
                        "tradesTotal",
                        "tradesWin",
                        "totalPnL",
                        "avgTradePnL",
                        "profitFactor",
                        "sharpeRatio",
                        "maxDrawdown",
                        "avgLatencyMs",
                        "p50LatencyMs",
                        "p95LatencyMs",
                        "p99LatencyMs",
                        "avgConfidence",
                        "highConfidenceAccuracy",
                        "featureDriftScore",
                        "predictionDriftScore",
                        "performanceDriftScore");
        assertThat(metrics.getInt("metrics[0].predictionsTotal")).isEqualTo(3);
        assertThat(metrics.getInt("metrics[0].predictionsCorrect")).isEqualTo(2);
        assertThat(metrics.getInt("metrics[0].tradesTotal")).isEqualTo(1);
        assertThat(metrics.getDouble("metrics[0].totalPnL")).isCloseTo(0.25, within(1e-9));
        assertThat(metrics.getDouble("metrics[0].avgLatencyMs")).isCloseTo(6.0, within(1e-9));
        assertThat(metrics.getDouble("metrics[0].featureDriftScore")).isCloseTo(0.15, within(1e-6));

        JsonPath report = alice.read(PATH + "?action=report&period=weekly&modelId=" + model);
        assertThat(report.getString("report.period")).isEqualTo("weekly");
        assertThat(report.getInt("report.metrics.predictionsTotal")).isEqualTo(3);
        assertThat(report.getInt("report.previous.predictionsTotal")).isZero();
        assertThat(report.getInt("report.coverage.joined")).isEqualTo(3);
        assertThat(report.getList("report.cohorts")).hasSize(1);

        assertThat(alice.read(PATH + "?action=alerts&modelId=" + model).getList("alerts"))
                .isEmpty();
        assertThat(alice.read("/api/ml/performance?modelId=" + model).getInt("performance[0].version"))
                .isEqualTo(1);
        assertThat(alice.read("/api/ml/performance").getList("performance.modelId"))
                .contains(model.toString());
        assertThat(Api.user("mallory").read(PATH).getList("metrics")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        String model = Api.model("alice").toString();
        refused(Map.of("action", "dance"), 400);
        refused(Map.of("action", "record_prediction", "version", "1"), 400);
        refused(Map.of("action", "record_prediction", "modelId", model, "version", "new"), 400);
        refused(Map.of("action", "record_trade", "modelId", model, "version", "1"), 400);
        refused(Map.of("action", "record_trade", "modelId", model, "version", "1", "pnl", -1, "outcome", "win"), 400);
        refused(Map.of("action", "acknowledge_alert"), 400);
        refused(Map.of("action", "acknowledge_alert", "alertId", UUID.randomUUID()), 404);
        refused(Map.of("action", "record_drift", "modelId", UUID.randomUUID(), "version", "1"), 404);
        for (String query : List.of("?action=report", "?action=dance")) {
            alice.get(PATH + query).statusCode(400);
        }
    }

    private void record(Map<String, Object> body) {
        alice.post(PATH, body).statusCode(200);
    }

    private void refused(Map<String, Object> body, int status) {
        alice.post(PATH, body).statusCode(status);
    }
}

package io.tradewind.monitoring.threshold;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class ThresholdIT {

    private static final String PATH = "/api/v1/thresholds";

    private final Api admin = Api.admin();

    @Test
    void startsWithTheSixDefaultsAndTakesOthersFromAnAdministrator() {
        // Given
        JsonPath before = Api.user("alice").read(PATH);
        List<Map<String, Object>> defaults = before.getList("thresholds");
        assertThat(defaults)
                .extracting(row -> List.of(row.get("type"), row.get("metric"), row.get("value"), row.get("severity")))
                .containsExactlyInAnyOrder(
                        List.of("accuracy_drop", "accuracy", 0.5f, "WARNING"),
                        List.of("accuracy_drop", "accuracy", 0.4f, "CRITICAL"),
                        List.of("win_rate_drop", "winRate", 0.4f, "WARNING"),
                        List.of("high_latency", "p99LatencyMs", 1000.0f, "WARNING"),
                        List.of("prediction_drift", "predictionDriftScore", 0.3f, "WARNING"),
                        List.of("drawdown_exceeded", "maxDrawdown", 0.2f, "CRITICAL"));

        // When: one more is added, and a writer who does not know of it comes late
        List<Map<String, Object>> more = new java.util.ArrayList<>(defaults);
        more.add(Map.of("type", "feature_drift", "metric", "featureDriftScore", "value", 0.25, "severity", "WARNING"));
        String etag = "\"" + before.getLong("revision") + "\"";
        JsonPath after = admin.put(PATH, etag, Map.of("thresholds", more))
                .statusCode(200)
                .extract()
                .jsonPath();
        admin.put(PATH, etag, Map.of("thresholds", defaults)).statusCode(412);

        // Then: it has its own side and sample, and those that stayed keep their ids
        Map<String, Object> added = after.getMap("thresholds.find { it.type == 'feature_drift' }");
        assertThat(added).containsEntry("comparison", "ABOVE").containsEntry("minimumSample", 100);
        assertThat(after.getList("thresholds.id")).containsAll(before.getList("thresholds.id"));
        assertThat(after.getLong("revision")).isEqualTo(before.getLong("revision") + 1);
        admin.put(PATH, "*", Map.of("thresholds", defaults)).statusCode(200);
        assertThat(admin.read(PATH).getList("thresholds")).hasSize(6);
    }

    @Test
    void refusesWhatMakesNoSense() {
        Map<String, Object> fine = Map.of("type", "x", "metric", "accuracy", "value", 0.1, "severity", "WARNING");
        Map<String, Object> unknown = Map.of("type", "x", "metric", "luck", "value", 0.1, "severity", "WARNING");
        Map<String, Object> incomplete = Map.of("type", "x", "metric", "accuracy", "severity", "WARNING");
        admin.put(PATH, "*", Map.of("thresholds", List.of(unknown))).statusCode(400);
        admin.put(PATH, "*", Map.of("thresholds", List.of(incomplete))).statusCode(400);
        admin.put(PATH, "*", Map.of("thresholds", List.of(fine, fine))).statusCode(400);
        admin.put(PATH, "\"soon\"", Map.of("thresholds", List.of(fine))).statusCode(412);
        Api.user("alice").put(PATH, "*", Map.of("thresholds", List.of(fine))).statusCode(403);
        assertThat(admin.read(PATH).getList("thresholds")).hasSize(6);
    }
}

package io.tradewind.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.alert.AlertChanged;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The whole way: predictions and candles on the broker, outcomes from them, figures and alerts over HTTP and Kafka. */
abstract class MonitoringFlow {

    private static final long FIRST_CANDLE = 490_000 * Examples.HOUR;
    private static final int CANDLES = 151;

    private final UUID model = UUID.randomUUID();
    private final String symbol = "FLOW" + model;
    private final Api alice = Api.user("alice");

    @Test
    void whatAModelSaidIsJudgedByTheCandlesThatFollowed() {
        // Given: a model in the registry that was right three times out of five, and whose feature was positive
        FakeRegistry.put(model, 1, "reference.json", reference());
        FakeRegistry.put(model, 1, "evaluation.json", "{\"accuracy\": 0.6}");
        TestEvents.publish(Examples.model(model, "alice", 1));

        // When: it says UP on every candle of a falling market, and sees only negative features
        TestEvents.publish(candles());
        List<PredictionMade> predictions = predictions();
        TestEvents.publish(predictions);

        // Then: every prediction but the last gets its outcome, once
        UUID first = predictions.getFirst().predictionId();
        OutcomeObserved outcome = TestEvents.read(
                OutcomeObserved.class, event -> event.predictionId().equals(first), Examples.LIMIT);
        assertThat(outcome.actualReturn()).isCloseTo(-0.01, within(1e-12));
        assertThat(outcome.actualDirection()).isEqualTo(Direction.DOWN);
        alice.awaitCoverage(model, CANDLES, CANDLES - 1);

        JsonPath metrics = alice.read("/api/v1/models/" + model + "/metrics?version=1&window=24h");
        assertThat(metrics.getLong("n")).isEqualTo(CANDLES - 1);
        assertThat(metrics.getDouble("accuracy")).isZero();
        assertThat(metrics.getDouble("winRate")).isZero();
        assertThat(metrics.getDouble("totalPnL")).isCloseTo(-0.01 * (CANDLES - 1), within(1e-6));
        assertThat(metrics.getDouble("maxDrawdown")).isCloseTo(1 - Math.pow(0.99, CANDLES - 1), within(1e-6));
        assertThat(metrics.getDouble("p99LatencyMs")).isCloseTo(0.5, within(0.005));

        // And: the drift of its feature and of its accuracy is seen
        Awaitility.await().atMost(Examples.LIMIT).until(() -> "SCORED"
                .equals(alice.read("/api/v1/models/" + model + "/drift").getString("status")));
        JsonPath drift = alice.read("/api/v1/models/" + model + "/drift");
        assertThat(drift.getDouble("featureDriftScore")).isGreaterThan(1);
        assertThat(drift.getDouble("performanceDriftScore")).isCloseTo(0.6, within(1e-9));
        assertThat(drift.getString("features[0].name")).isEqualTo("momentum");

        // And: the alert is on the topic, over HTTP, and can be acknowledged by nobody but its owner
        AlertChanged fired = TestEvents.read(
                AlertChanged.class,
                alert -> alert.modelId().equals(model)
                        && alert.severity() == AlertSeverity.CRITICAL
                        && alert.type().equals("accuracy_drop"),
                Examples.LIMIT);
        assertThat(fired.status()).isEqualTo(AlertStatus.FIRING);
        assertThat(fired.threshold()).isEqualTo(0.4);
        acknowledge(fired);
        assertThat(TestEvents.readAll(Topic.OUTCOMES).stream()
                        .filter(event -> event instanceof OutcomeObserved seen
                                && seen.predictionId().equals(first)))
                .hasSize(1);
    }

    private void acknowledge(AlertChanged fired) {
        String path = "/api/v1/alerts/" + fired.alertId() + "/acknowledge";
        Api.user("mallory").post(path, "").statusCode(404);
        JsonPath acknowledged = alice.post(path, "").statusCode(200).extract().jsonPath();
        assertThat(acknowledged.getString("status")).isEqualTo("ACKNOWLEDGED");
        assertThat(acknowledged.getString("acknowledgedBy")).isEqualTo("alice");
        AlertChanged published = TestEvents.read(
                AlertChanged.class,
                alert -> alert.alertId().equals(fired.alertId()) && alert.status() == AlertStatus.ACKNOWLEDGED,
                Examples.LIMIT);
        assertThat(published.value()).isEqualTo(fired.value());
        JsonPath listed = alice.read("/api/v1/alerts?status=ACKNOWLEDGED&modelId=" + model);
        assertThat(listed.getString("items[0].id")).isEqualTo(fired.alertId().toString());
    }

    private List<Event> candles() {
        List<Event> candles = new ArrayList<>();
        for (int i = 0; i < CANDLES; i++) {
            candles.add(Examples.candle(symbol, FIRST_CANDLE + i * Examples.HOUR, price(i)));
        }
        return candles;
    }

    private List<PredictionMade> predictions() {
        List<PredictionMade> predictions = new ArrayList<>();
        for (int i = 0; i < CANDLES; i++) {
            predictions.add(Examples.prediction(model, "alice")
                    .on(symbol, FIRST_CANDLE + i * Examples.HOUR, price(i))
                    .says(Direction.UP, 0.6)
                    .features(-1.0 - i)
                    .at(Instant.now())
                    .made());
        }
        return predictions;
    }

    private static double price(int candle) {
        return 1000 * Math.pow(0.99, candle);
    }

    private static String reference() {
        double[] features = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
        double[] outputs = IntStream.range(0, 200).mapToDouble(i -> i / 200.0).toArray();
        ReferenceProfile profile = new ReferenceProfile(
                List.of(ReferenceProfile.distribution("momentum", features)),
                List.of(ReferenceProfile.distribution("down", outputs), ReferenceProfile.distribution("up", outputs)));
        try {
            return new ObjectMapper().writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.tradewind.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A user of the service, with the events other services would send. */
public final class Lab {

    private final String user;
    private final String bearer;

    private Lab(String user) {
        this.user = user;
        this.bearer = TestTokens.user(user);
    }

    /** A user nobody else in the tests is. */
    public static Lab someone() {
        return new Lab("user-" + UUID.randomUUID());
    }

    public String token() {
        return bearer;
    }

    public Response get(String path) {
        return RestAssured.given().auth().preemptive().oauth2(bearer).get(path);
    }

    public Response post(String path, Object body) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .oauth2(bearer)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public Response put(String path, Object body) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .oauth2(bearer)
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    /** A model of this user that is served. */
    public UUID servedModel() {
        return model(new DeploymentState(DeploymentStatus.ACTIVE, 1, 1, "d", 1, "d", null));
    }

    /** A model of this user that was never deployed. */
    public UUID idleModel() {
        return model(DeploymentState.none());
    }

    private UUID model(DeploymentState deployment) {
        UUID id = UUID.randomUUID();
        TestEvents.publish(new ModelChanged(
                id,
                "CREATED",
                "m",
                user,
                "XGBOOST",
                "DIRECTION",
                List.of("BTCUSD"),
                "1h",
                ModelStatus.ACTIVE,
                1,
                1,
                deployment,
                Instant.now()));
        return id;
    }

    public Map<String, Object> design(UUID control, UUID treatment, int minimumSampleSize) {
        return Map.of(
                "name",
                "a against b",
                "symbols",
                List.of("BTCUSD"),
                "timeframe",
                "1h",
                "primaryMetric",
                "accuracy",
                "minimumSampleSize",
                minimumSampleSize,
                "variants",
                List.of(
                        Map.of("name", "a", "modelId", control, "weight", 0.5, "control", true),
                        Map.of("name", "b", "modelId", treatment, "weight", 0.5, "control", false)));
    }

    /** An experiment of two served models, started. */
    public UUID running(int minimumSampleSize) {
        return started(design(servedModel(), servedModel(), minimumSampleSize));
    }

    /** The same with another unit of randomisation. */
    public UUID running(int minimumSampleSize, String unit) {
        Map<String, Object> design = new HashMap<>(design(servedModel(), servedModel(), minimumSampleSize));
        design.put("unit", unit);
        return started(design);
    }

    private UUID started(Map<String, Object> design) {
        UUID id = UUID.fromString(post("/api/v1/experiments", design)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        post("/api/v1/experiments/" + id + "/start", Map.of()).then().statusCode(200);
        return id;
    }

    public JsonPath results(UUID experiment) {
        return get("/api/v1/experiments/" + experiment + "/results")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static PredictionMade prediction(UUID experiment, String variant, String unit) {
        return new PredictionMade(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "d",
                "owner",
                "BTCUSD",
                "1h",
                0L,
                100.0,
                1,
                "DIRECTION",
                List.of(0.4, 0.6),
                Direction.UP,
                0.6,
                null,
                PredictionSource.MODEL,
                10,
                new PredictionMade.Assignment(experiment, 1, variant, unit),
                null,
                null,
                Instant.now());
    }

    public static OutcomeObserved outcome(PredictionMade prediction, double actualReturn) {
        Direction direction = actualReturn > 0 ? Direction.UP : Direction.DOWN;
        return new OutcomeObserved(prediction.predictionId(), actualReturn, direction, null, null, Instant.now());
    }

    /** What a user says became of a prediction. */
    public static OutcomeObserved reported(PredictionMade prediction, double actualReturn, String reporter) {
        return new OutcomeObserved(
                prediction.predictionId(), actualReturn, Direction.UP, null, null, Instant.now(), reporter);
    }

    public static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}

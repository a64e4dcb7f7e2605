package io.tradewind.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.inference.fixture.Models;
import io.tradewind.inference.fixture.RegistryFace;
import io.tradewind.inference.fixture.TestBundles;
import io.tradewind.learning.bundle.Bundle;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** From a deployment and a candle on Kafka to an answer over HTTP and a prediction on Kafka. */
abstract class InferenceFlow {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long HOUR = 3_600_000;
    private static final long START = 1_600_000_000_000L / HOUR * HOUR;

    @Test
    void answersTensorsAndPublishesEveryPrediction() {
        Models model = Models.of("AAA");
        String digest = deploy(model, 1, tree(model, 1));

        String id = alice().body("{\"instances\": [[0.5, 0.1], [-0.5, 0.1]], \"symbol\": \"AAA\"}")
                .post(predict(model))
                .then()
                .statusCode(200)
                .body("modelId", equalTo(model.id().toString()))
                .body("version", equalTo(1))
                .body("bundleDigest", equalTo(digest))
                .body("predictions", hasSize(2))
                .body("predictions[0].direction", equalTo("UP"))
                .body("predictions[1].direction", equalTo("DOWN"))
                .body("predictions[0].source", equalTo("MODEL"))
                .body("predictions[0].confidence.doubleValue()", closeTo(0.731, 0.001))
                .extract()
                .path("predictions[1].predictionId");

        PredictionMade made = prediction(UUID.fromString(id));
        assertThat(made.owner()).isEqualTo("alice");
        assertThat(made.bundleDigest()).isEqualTo(digest);
        assertThat(made.features()).containsExactly(-0.5, 0.1);
        assertThat(made.horizonBars()).isEqualTo(2);
        assertThat(made.direction()).isEqualTo(Direction.DOWN);
        assertThat(made.latencyMicros()).isPositive();
    }

    @Test
    void carriesTheTraceOfARequestToTheTopic() {
        Models model = Models.of("TRACE");
        deploy(model, 1, tree(model, 1));
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        String id = alice().header("traceparent", trace)
                .body("{\"instances\": [[0.5, 0.1]]}")
                .post(predict(model))
                .then()
                .statusCode(200)
                .extract()
                .path("predictions[0].predictionId");

        prediction(UUID.fromString(id));
        assertThat(TestEvents.readRecords(Topic.PREDICTIONS))
                .filteredOn(record -> id.equals(record.key()))
                .extracting(record ->
                        new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .containsExactly(trace);
    }

    @Test
    void answersOneWindowOrSeveralForANetwork() {
        Models model = Models.of("NET");
        deploy(model, 1, network(model, 1));

        alice().body("{\"instances\": [[0, 0], [0, 0], [0.01, 0]]}")
                .post(predict(model))
                .then()
                .statusCode(200)
                .body("predictions.direction", equalTo(List.of("UP")));
        alice().body("{\"instances\": [[[9, 9], [9, 9], [-0.01, 0]], [[0, 0], [0, 0], [0.01, 0]]]}")
                .post(predict(model))
                .then()
                .statusCode(200)
                .body("predictions.direction", equalTo(List.of("DOWN", "UP")));
        alice().body("{\"instances\": [[0, 0], [0.01, 0]]}")
                .post(predict(model))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:tradewind:problem:wrong-shape"))
                .body("expected", equalTo("[3, 2] or [n, 3, 2]"))
                .body("actual", equalTo("[2, 2]"));
    }

    @Test
    void givesEveryMistakeAnAnswerOfItsOwn() {
        Models model = Models.of("BAD");
        deploy(model, 1, tree(model, 1));

        problem(model, "{\"instances\": [[1, 2, 3]]}", 422, "wrong-shape").body("actual", equalTo("[1, 3]"));
        problem(model, "{\"instances\": [[1, 2], [1]]}", 422, "wrong-shape").body("detail", containsString("has 1"));
        problem(model, "{\"instances\": []}", 422, "wrong-shape");
        problem(model, "{\"instances\": [1, 2]}", 422, "wrong-shape");
        problem(model, "{\"instances\": [[1, 2], [1, NaN]]}", 422, "not-finite")
                .body("position", equalTo(List.of(1, 1)));
        problem(model, "{\"instances\": [[null, 2]]}", 422, "not-finite").body("position", equalTo(List.of(0, 0)));
        problem(model, "{\"instances\": [[1e999, 2]]}", 422, "not-finite").body("actual", equalTo("Infinity"));
        problem(
                        model,
                        "{\"instances\": [[1, 2]], \"featureNames\": [\"sma_5_distance\", \"log_return_1\"]}",
                        422,
                        "unknown-feature-order")
                .body("position", equalTo(0))
                .body("expected", equalTo("log_return_1"));
        problem(model, "{\"instances\": [[1, 2]], \"featureNames\": [\"log_return_1\"]}", 422, "unknown-feature-order");
        String tooMany = "[1,2],".repeat(1_025);
        problem(model, "{\"instances\": [" + tooMany.substring(0, tooMany.length() - 1) + "]}", 413, "too-large")
                .body("limit", equalTo(1_024));
        problem(model, "{\"instances\": [[1, 2]], \"predictionIds\": []}", 400, "validation-failed");
        problem(model, "{}", 400, "validation-failed");
        problem(model, "{\"instances\": [[\"x\", 2]]}", 400, "malformed-request");
        problem(model, "{\"instances\": [[[[1]]]]}", 400, "malformed-request");
        problem(model, "{\"instances\": 7}", 400, "malformed-request");
        problem(model, "{\"instances\": [[1, 2", 400, "malformed-request");
        problem(model, "null", 400, "malformed-request");
    }

    @Test
    void tellsApartWhatIsNotLoadedNotThereAndNotYours() {
        Models model = Models.of("OWN");
        Bundle bundle = tree(model, 1);
        TestEvents.publish(model.undeployed(1));

        await().atMost(LIMIT).untilAsserted(() -> alice().body("{\"instances\": [[1, 2]]}")
                .post(predict(model))
                .then()
                .statusCode(409));
        problem(model, "{\"instances\": [[1, 2]]}", 409, "model-not-loaded").body("deploymentStatus", equalTo("NONE"));
        deploy(model, 2, bundle);
        with(TestTokens.user("mallory"))
                .body("{\"instances\": [[1, 2]]}")
                .post(predict(model))
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:tradewind:problem:not-found"));
        with(TestTokens.admin("root"))
                .body("{\"instances\": [[1, 2]]}")
                .post(predict(model))
                .then()
                .statusCode(200);
        alice().body("{\"instances\": [[1, 2]]}")
                .post(predict(Models.of("NO")))
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{\"instances\": [[1, 2]]}")
                .post(predict(model))
                .then()
                .statusCode(401);
    }

    @Test
    void keepsThePredictionIdsItIsGiven() {
        Models model = Models.of("IDS");
        deploy(model, 1, tree(model, 1));
        UUID id = UUID.randomUUID();

        alice().body("{\"instances\": [[1, 2]], \"predictionIds\": [\"" + id + "\"], \"referencePrice\": 10.5}")
                .post(predict(model))
                .then()
                .statusCode(200)
                .body("predictions[0].predictionId", equalTo(id.toString()));

        assertThat(prediction(id).referencePrice()).isEqualTo(10.5);
    }

    @Test
    void predictsOnEveryLiveCandleOnceTheWindowIsWarm() {
        Models model = Models.of("LIVE");
        deploy(model, 1, network(model, 1));
        List<CandleClosed> candles = candles("LIVE", 0, 40);
        TestEvents.publish(candles.subList(0, 30).stream()
                .map(candle -> with(candle, CandleOrigin.BACKFILL))
                .toList());

        TestEvents.publish(candles.subList(30, 40));

        List<PredictionMade> made = predictions(model, 10);
        for (int i = 0; i < 10; i++) {
            CandleClosed candle = candles.get(30 + i);
            PredictionMade prediction = made.get(i);
            assertThat(prediction.candleOpenTime()).isEqualTo(candle.openTime());
            assertThat(prediction.referencePrice()).isEqualTo(candle.close());
            double logReturn = Math.log(candle.close() / candles.get(29 + i).close());
            assertThat(prediction.features().getFirst()).isCloseTo(logReturn, within(1e-12));
            assertThat(prediction.direction()).isEqualTo(logReturn > 0 ? Direction.UP : Direction.DOWN);
            assertThat(prediction.assignment()).isNull();
        }

        TestEvents.publish(candles.subList(35, 36));
        TestEvents.publish(candles("LIVE", 40, 41));

        List<PredictionMade> after = predictions(model, 12);
        assertThat(after.stream()
                        .filter(p -> p.candleOpenTime() == candles.get(35).openTime()))
                .as("a candle that is replayed is the same prediction again")
                .hasSize(2)
                .allSatisfy(again -> {
                    assertThat(again.predictionId()).isEqualTo(made.get(5).predictionId());
                    assertThat(again.features()).isEqualTo(made.get(5).features());
                });
    }

    @Test
    void letsOnlyTheAssignedArmPredict() {
        Models control = Models.of("EXP");
        Models treatment = Models.of("EXP");
        Models bystander = Models.of("EXP");
        deploy(control, 1, tree(control, 1));
        deploy(treatment, 1, network(treatment, 1));
        deploy(bystander, 1, tree(bystander, 1));
        ExperimentChanged experiment = experiment(control, treatment);
        TestEvents.publish(experiment);
        await().atMost(LIMIT).untilAsserted(() -> alice().get("/api/v1/serving")
                .then()
                .body(
                        "experiments.experimentId",
                        hasItem(experiment.experimentId().toString())));

        TestEvents.publish(candles("EXP", 0, 60));

        assertThat(predictions(bystander, 50)).allMatch(made -> made.assignment() == null);
        List<PredictionMade> arms = await().atMost(LIMIT)
                .until(
                        () -> published().stream()
                                .filter(made -> made.modelId().equals(control.id())
                                        || made.modelId().equals(treatment.id()))
                                .toList(),
                        made -> made.size() >= 50);
        assertThat(arms).allSatisfy(made -> {
            String arm = made.modelId().equals(control.id()) ? "control" : "treatment";
            assertThat(made.assignment().variant()).isEqualTo(arm);
            assertThat(made.assignment().experimentId()).isEqualTo(experiment.experimentId());
            assertThat(made.assignment().unit()).isEqualTo("EXP|1h|" + made.candleOpenTime());
        });
        assertThat(arms).extracting(PredictionMade::candleOpenTime).doesNotHaveDuplicates();
        assertThat(arms).extracting(PredictionMade::modelId).contains(control.id(), treatment.id());
        alice().body("{\"unit\": \"x\"}")
                .post("/api/v1/symbols/EXP/predict?timeframe=1h")
                .then()
                .statusCode(200)
                .body(
                        "predictions[0].experimentId",
                        equalTo(experiment.experimentId().toString()));
    }

    @Test
    void answersForASymbolByModelOrByRules() {
        TestEvents.publish(candles("SYM", 0, 60));
        await().atMost(LIMIT).untilAsserted(() -> alice().get("/api/v1/symbols?limit=200")
                .then()
                .body("items.find { it.symbol == 'SYM' }.candles", equalTo(60)));
        alice().body("{}")
                .post("/api/v1/symbols/SYM/predict")
                .then()
                .statusCode(200)
                .body("predictions[0].source", equalTo("FALLBACK"))
                .body("modelId", nullValue())
                .body("fallbackReason", containsString("no model that fits SYM at 1h"));
        Models model = Models.of("SYM");
        deploy(model, 1, network(model, 1));

        String id = alice().body("{\"modelId\": \"" + model.id() + "\"}")
                .post("/api/v1/symbols/SYM/predict?timeframe=1h")
                .then()
                .statusCode(200)
                .body("modelId", equalTo(model.id().toString()))
                .body("predictions[0].source", equalTo(PredictionSource.MODEL.name()))
                .body("candleOpenTime", equalTo(START + 59 * HOUR))
                .extract()
                .path("predictions[0].predictionId");

        assertThat(prediction(UUID.fromString(id)).symbol()).isEqualTo("SYM");
        alice().body("{}").post("/api/v1/symbols/NONE/predict").then().statusCode(404);
        alice().body("{\"modelId\": \"" + UUID.randomUUID() + "\"}")
                .post("/api/v1/symbols/SYM/predict")
                .then()
                .statusCode(404);
        insights(model);
    }

    private void insights(Models model) {
        alice().get("/api/ml/insights/SYM?timeframe=1h")
                .then()
                .statusCode(200)
                .body("symbol", equalTo("SYM"))
                .body("price_predictions.'2'.keySet()", hasItem("lstm"))
                .body("model_status.models_loaded", equalTo(true))
                .body("signals", hasSize(1))
                .body("source", equalTo("MODEL"));
        with(TestTokens.user("mallory"))
                .get("/api/ml/insights/SYM")
                .then()
                .statusCode(200)
                .body("model_status.models_loaded", equalTo(false))
                .body("price_predictions", equalTo(Map.of()))
                .body("source", equalTo("FALLBACK"));
        alice().get("/api/ml/patterns/SYM").then().statusCode(200).body("patterns.detected.doji", equalTo(1f));
        alice().get("/api/ml/price-prediction/SYM").then().statusCode(200).body("current_price", equalTo(100f));
        alice().get("/api/ml/signals/SYM").then().statusCode(200).body("signals", hasSize(1));
        alice().get("/api/ml/status")
                .then()
                .statusCode(200)
                .body("models_loaded", equalTo(true))
                .body("models.model_id", hasItem(model.id().toString()));
        alice().get("/api/ml/insights/NONE").then().statusCode(404);
    }

    @Test
    void answersInTheShapesOfTheSystemBefore() {
        Models model = Models.of("OLD");
        deploy(model, 1, network(model, 1));

        alice().body("{\"inputData\": [[0, 0], [0, 0], [0.01, 0]], \"includeConfidence\": true}")
                .post("/api/production-ml/models/" + model.id() + "/predict")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("prediction.direction", equalTo("UP"))
                .body("prediction.confidence.doubleValue()", closeTo(1, 0.01));
        alice().body("{\"model_id\": \"" + model.id() + "\", \"input_data\": [[0, 0], [0, 0], [-0.01, 0]]}")
                .post("/api/ml/predict")
                .then()
                .statusCode(200)
                .body("model_id", equalTo(model.id().toString()))
                .body("predictions[0].direction", equalTo("DOWN"))
                .body("predictions[0].expected_return", equalTo(-0.01f));
        TestEvents.publish(candles("OLD", 0, 30));
        await().atMost(LIMIT).untilAsserted(() -> alice().body("{\"symbol\": \"OLD\", \"timeframe\": \"1h\"}")
                .post("/api/ml/predict")
                .then()
                .statusCode(200)
                .body("current_price.doubleValue()", closeTo(101, 1))
                .body("predictions[0].source", equalTo("MODEL")));
        alice().body("{}").post("/api/ml/predict").then().statusCode(400);
        alice().body("{\"inputData\": null}")
                .post("/api/production-ml/models/" + model.id() + "/predict")
                .then()
                .statusCode(400);
    }

    @Test
    void failsNoRequestWhileVersionsAreSwapped() throws Exception {
        Models model = Models.of("SWAP");
        List<Bundle> bundles = IntStream.rangeClosed(1, 8)
                .mapToObj(version -> version % 2 == 0 ? network(model, version) : network(model, version))
                .toList();
        deploy(model, 1, bundles.getFirst());
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            List<Future<List<Integer>>> answers =
                    List.of(clients.submit(client(model, done)), clients.submit(client(model, done)));

            for (int version = 2; version <= 8; version++) {
                deploy(model, version, bundles.get(version - 1));
            }
            done.set(true);

            assertThat(codes(answers)).hasSizeGreaterThan(20).containsOnly(200);
        }
        ModelUnloaded last =
                TestEvents.read(ModelUnloaded.class, e -> e.modelId().equals(model.id()) && e.version() == 7, LIMIT);
        assertThat(last.version()).isEqualTo(7);
    }

    private static Callable<List<Integer>> client(Models model, AtomicBoolean done) {
        return () -> {
            List<Integer> codes = new ArrayList<>();
            while (!done.get()) {
                codes.add(alice().body("{\"instances\": [[0, 0], [0, 0], [0.01, 0]]}")
                        .post(predict(model))
                        .statusCode());
            }
            return codes;
        };
    }

    private static List<Integer> codes(List<Future<List<Integer>>> answers)
            throws ExecutionException, InterruptedException {
        List<Integer> codes = new ArrayList<>();
        for (Future<List<Integer>> answer : answers) {
            codes.addAll(answer.get());
        }
        return codes;
    }

    @Test
    void showsWhatItServesAndBeats() {
        Models model = Models.of("SHOW");
        String digest = deploy(model, 1, tree(model, 1));

        alice().get("/api/v1/serving")
                .then()
                .statusCode(200)
                .body("models.find { it.modelId == '" + model.id() + "' }.loaded.bundleDigest", equalTo(digest))
                .body("journal.dropped", equalTo(0));
        with(TestTokens.user("mallory"))
                .get("/api/v1/serving")
                .then()
                .statusCode(200)
                .body("models", hasSize(0));
        await().atMost(LIMIT).untilAsserted(() -> alice().get("/api/v1/serving/history?modelId=" + model.id())
                .then()
                .statusCode(200)
                .body("items.outcome", equalTo(List.of("LOADED")))
                .body("items[0].version", equalTo(1)));
        with(TestTokens.user("mallory"))
                .get("/api/v1/serving/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        ReplicaSeen seen = TestEvents.read(
                ReplicaSeen.class,
                beat -> beat.serving().stream()
                        .anyMatch(served -> served.modelId().equals(model.id())),
                LIMIT);
        assertThat(seen.stopping()).isFalse();
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("serving"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("tradewind_inference_journal_depth"));
        given().get("/q/openapi").then().body(containsString("/api/v1/models/{id}/predict"));
    }

    private static ExperimentChanged experiment(Models control, Models treatment) {
        UUID id = UUID.randomUUID();
        return new ExperimentChanged(
                id,
                "tree or network",
                "alice",
                ExperimentStatus.RUNNING,
                RandomisationUnit.CANDLE,
                id.toString(),
                List.of("EXP"),
                "1h",
                1,
                1.0,
                List.of(
                        new ExperimentChanged.Variant("control", control.id(), null, 0.5, true),
                        new ExperimentChanged.Variant("treatment", treatment.id(), null, 0.5, false)),
                1,
                Instant.now());
    }

    private static ValidatableResponse problem(Models model, String body, int status, String slug) {
        return alice().body(body)
                .post(predict(model))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tradewind:problem:" + slug));
    }

    private static String predict(Models model) {
        return "/api/v1/models/" + model.id() + "/predict";
    }

    private static RequestSpecification alice() {
        return with(TestTokens.user("alice"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Asks for a version and waits until this replica serves it. */
    private static String deploy(Models model, int version, Bundle bundle) {
        TestEvents.publish(model.deploying(version, version, bundle.digest()));
        TestEvents.read(
                ModelLoaded.class, loaded -> loaded.modelId().equals(model.id()) && loaded.version() == version, LIMIT);
        return bundle.digest();
    }

    private static Bundle tree(Models model, int version) {
        return publish(TestBundles::tree, model, version);
    }

    private static Bundle network(Models model, int version) {
        return publish(TestBundles::network, model, version);
    }

    private interface Maker {
        Bundle make(Path directory, double strength);
    }

    private static Bundle publish(Maker maker, Models model, int version) {
        try {
            var files = RegistryFace.files(RegistryFace.folder(), model.id(), version);
            Files.createDirectories(files.getParent());
            return maker.make(files, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PredictionMade prediction(UUID id) {
        return TestEvents.read(PredictionMade.class, made -> made.predictionId().equals(id), LIMIT);
    }

    private static List<PredictionMade> published() {
        return TestEvents.readAll(Topic.PREDICTIONS).stream()
                .map(PredictionMade.class::cast)
                .toList();
    }

    private static List<PredictionMade> predictions(Models model, int atLeast) {
        return await().atMost(LIMIT)
                .until(
                        () -> published().stream()
                                .filter(made -> made.modelId().equals(model.id()))
                                .sorted(Comparator.comparing(PredictionMade::candleOpenTime))
                                .toList(),
                        made -> made.size() >= atLeast);
    }

    /** Prices that rise and fall in turn, so that every other return is positive. */
    private static List<CandleClosed> candles(String symbol, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> {
                    double close = 100 + (i % 2 == 0 ? 1 : 0) + (i % 7) * 0.1 * (i % 2);
                    double exact = i == 59 ? 100 : close;
                    return new CandleClosed(
                            symbol, "1h", START + i * HOUR, exact, exact + 1, exact - 1, exact, 5, CandleOrigin.LIVE);
                })
                .toList();
    }

    private static CandleClosed with(CandleClosed candle, CandleOrigin origin) {
        return new CandleClosed(
                candle.symbol(),
                candle.timeframe(),
                candle.openTime(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                origin);
    }
}

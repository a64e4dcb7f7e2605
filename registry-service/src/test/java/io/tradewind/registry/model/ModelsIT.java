package io.tradewind.registry.model;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TemporaryStorage;
import io.tradewind.registry.TestBundle;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class ModelsIT {
    private static final String MODELS = "/api/v1/models";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Client alice = Client.someone();

    @Test
    void createsAModelAndSaysWhereItIs() {
        Response created = alice.post(
                MODELS,
                Map.of(
                        "name",
                        "Momentum",
                        "architecture",
                        "lstm",
                        "symbols",
                        List.of("BTCUSD", "ETHUSD"),
                        "timeframe",
                        "4h",
                        "config",
                        Map.of("dropout", 0.3),
                        "tags",
                        List.of("fast")));

        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("architecture", equalTo("LSTM"))
                .body("task", equalTo("DIRECTION"))
                .body("status", equalTo("DRAFT"))
                .body("latestVersion", equalTo(0))
                .body("deployment.status", equalTo("NONE"));
        alice.get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Momentum"))
                .body("symbols", equalTo(List.of("BTCUSD", "ETHUSD")))
                .body("config.dropout", equalTo(0.3f))
                .body("tags", equalTo(List.of("fast")));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        refused(Map.of("name", "m", "architecture", "PERCEPTRON"), 400, "architecture must be one of");
        refused(Map.of("name", " ", "architecture", "LSTM"), 400, "name");
        refused(Map.of("name", "m", "architecture", "LSTM", "timeframe", "7h"), 400, "7h");
        refused(Map.of("name", "m", "architecture", "LSTM", "config", Map.of("dropout", 7)), 400, "dropout");
        refused(Map.of("name", "m", "architecture", "LSTM", "symbols", List.of("BTC USD")), 400, "symbols");
    }

    @Test
    void aNameIsGivenOncePerOwner() {
        alice.model("taken");

        alice.post(MODELS, Map.of("name", "taken", "architecture", "XGBOOST"))
                .then()
                .statusCode(409)
                .body("detail", containsString("'taken'"));
        Client.someone().model("taken");
    }

    @Test
    void whatBelongsToSomebodyElseIsNotFound() {
        String model = alice.model();
        Client mallory = Client.someone();

        for (String path : List.of("", "/versions", "/versions/1", "/deployment", "/deployment/history", "/activity")) {
            mallory.get(MODELS + "/" + model + path).then().statusCode(404);
        }
        mallory.json(Map.of("description", "mine"))
                .header("If-Match", "*")
                .patch(MODELS + "/" + model)
                .then()
                .statusCode(404);
        mallory.request().delete(MODELS + "/" + model).then().statusCode(404);
        mallory.post(MODELS + "/" + model + "/versions", Map.of()).then().statusCode(404);
        mallory.post(MODELS + "/" + model + "/deployment", Map.of("version", 1))
                .then()
                .statusCode(404);
        mallory.get(MODELS + "?owner=" + "alice").then().body("items", hasSize(0));
        mallory.get(MODELS + "/" + UUID.randomUUID()).then().statusCode(404);
        Client.admin().get(MODELS + "/" + model).then().statusCode(200);
        Client.service("training").get(MODELS + "/" + model).then().statusCode(200);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        RestAssured.get(MODELS).then().statusCode(401);
        RestAssured.given()
                .auth()
                .preemptive()
                .oauth2("nonsense")
                .get(MODELS)
                .then()
                .statusCode(401);
    }

    @Test
    void anUpdateNeedsTheRevisionItIsBasedOn() {
        String path = MODELS + "/" + alice.model();
        Map<String, Object> patch = Map.of("description", "why");

        alice.json(patch).patch(path).then().statusCode(428);
        alice.json(patch)
                .header("If-Match", "\"7\"")
                .patch(path)
                .then()
                .statusCode(412)
                .body("revision", equalTo(1));
        alice.json(patch)
                .header("If-Match", "\"1\"")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("description", equalTo("why"))
                .body("timeframe", equalTo("1h"));
        alice.json(Map.of("timeframe", "", "symbols", List.of("ETHUSD")))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(200)
                .body("timeframe", nullValue())
                .body("symbols", equalTo(List.of("ETHUSD")));
        alice.json(Map.of("symbols", List.of("ETHUSD")))
                .header("If-Match", "\"3\"")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void walksThroughAllModelsPageByPageTheNewestFirst() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.addFirst(alice.model());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = alice.get(MODELS + "?limit=2&cursor=" + cursor);
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            cursor = page.jsonPath().getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(created);
    }

    @Test
    void filtersByEachProperty() {
        String first = alice.model("Alpha trend");
        String second = alice.post(
                        MODELS,
                        Map.of(
                                "name", "Beta",
                                "architecture", "LSTM",
                                "symbols", List.of("ETHUSD"),
                                "timeframe", "4h",
                                "tags", List.of("slow"),
                                "description", "follows the TREND"))
                .then()
                .extract()
                .path("id");

        assertThat(ids("architecture=LSTM")).containsExactly(second);
        assertThat(ids("symbol=BTCUSD")).containsExactly(first);
        assertThat(ids("timeframe=4h")).containsExactly(second);
        assertThat(ids("tag=slow")).containsExactly(second);
        assertThat(ids("name=Beta")).containsExactly(second);
        assertThat(ids("q=trend")).containsExactly(second, first);
        assertThat(ids("status=draft")).containsExactly(second, first);
        assertThat(ids("status=ACTIVE")).isEmpty();
        alice.get(MODELS + "?status=sleeping").then().statusCode(400).body("detail", containsString("sleeping"));
        alice.get(MODELS + "?limit=0").then().statusCode(400);
        alice.get(MODELS + "?cursor=xyz").then().statusCode(400);
    }

    @Test
    void anArchivedModelIsLeftAloneUntilItIsRestored() {
        String path = MODELS + "/" + alice.model();

        alice.request().post(path + "/archive").then().statusCode(200).body("status", equalTo("ARCHIVED"));

        alice.post(path + "/versions", Map.of()).then().statusCode(409).body("detail", containsString("archived"));
        alice.json(Map.of("description", "x"))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(409);
        alice.request().post(path + "/restore").then().statusCode(200).body("status", equalTo("DRAFT"));
        alice.post(path + "/versions", Map.of()).then().statusCode(201);
    }

    @Test
    void aDeletedModelIsGoneWithItsFilesAndItsNameIsFree() {
        String model = alice.model("short-lived");
        alice.ready(model, TestBundle.good());
        assertThat(TemporaryStorage.filesOf(model)).isNotEmpty();

        alice.request().delete(MODELS + "/" + model).then().statusCode(204);

        alice.get(MODELS + "/" + model).then().statusCode(404);
        alice.get(MODELS).then().body("items.id", not(hasItems(model)));
        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
        ModelChanged deleted = TestEvents.read(
                ModelChanged.class,
                event -> event.modelId().toString().equals(model)
                        && event.change().equals("DELETED"),
                LIMIT);
        assertThat(deleted.status()).isEqualTo(ModelStatus.DELETED);
        alice.model("short-lived");
    }

    @Test
    void theSameKeyCreatesOnce() {
        Map<String, Object> body = Map.of("name", "once", "architecture", "LSTM");

        String first = keyed(body, "k1").then().statusCode(201).extract().path("id");
        String second = keyed(body, "k1").then().statusCode(201).extract().path("id");

        assertThat(second).isEqualTo(first);
        keyed(Map.of("name", "twice", "architecture", "LSTM"), "k1").then().statusCode(422);
    }

    @Test
    void logsWhoChangedWhatFromWhatToWhat() {
        String path = MODELS + "/" + alice.model("before");
        alice.json(Map.of("name", "after"))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(200);

        Response activity = alice.get(path + "/activity");

        activity.then()
                .body("items.action", equalTo(List.of("UPDATED", "CREATED")))
                .body("items[0].before", equalTo(Map.of("name", "before")))
                .body("items[0].after", equalTo(Map.of("name", "after")))
                .body("items[0].revision", equalTo(2))
                .body("items[1].after.status", equalTo("DRAFT"));
        assertThat(activity.jsonPath().getString("items[0].actor")).startsWith("user-");
        String cursor = alice.get(path + "/activity?limit=1").jsonPath().getString("nextCursor");
        alice.get(path + "/activity?limit=1&cursor=" + cursor)
                .then()
                .body("items.action", equalTo(List.of("CREATED")))
                .body("nextCursor", nullValue());
        alice.get(path + "/activity?cursor=MTph").then().statusCode(400);
    }

    @Test
    void takesNoLargeDocuments() {
        String large = "{\"name\": \"" + "x".repeat(2 << 20) + "\", \"architecture\": \"LSTM\"}";

        alice.json(large)
                .post(MODELS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tradewind:problem:too-large"));
    }

    @Test
    void countsAsItReadsWhereNoLengthIsAnnounced() throws Exception {
        byte[] large = ("{\"name\": \"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + MODELS))
                .header("Authorization", "Bearer " + TestTokens.user("chunky"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();

        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    private Response keyed(Map<String, Object> body, String key) {
        return alice.json(body).header("Idempotency-Key", key).post(MODELS);
    }

    private List<String> ids(String query) {
        return alice.get(MODELS + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private void refused(Map<String, Object> body, int status, String reason) {
        Response answer = alice.post(MODELS, body);
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.asString()).contains(reason);
    }
}

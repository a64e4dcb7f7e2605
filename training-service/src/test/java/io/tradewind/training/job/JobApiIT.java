package io.tradewind.training.job;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.RegistryServer;
import io.tradewind.training.support.TrainingService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TrainingService
class JobApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final String JOBS = "/api/v1/training-jobs";
    private static final int MOST_FOLLOWERS = 3;

    /** A job that runs until it is cancelled. */
    private static final Map<String, Object> ENDLESS = Map.of("epochs", 10_000, "patience", 10_000);

    @TestHTTPResource("/")
    URI base;

    private Api alice;

    @BeforeEach
    void importCandles() {
        RegistryServer.away(false);
        alice = new Api(base, TestTokens.user("alice"));
        alice.upload(CandleFiles.importPath("JOBS", "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(1_500)))
                .expect(200);
    }

    @Test
    void streamsWhatHappensAndGoesOnWhereAClientWasCutOff() {
        // Given
        String id = submit(model("JOBS"), Map.of("epochs", 6));

        // When
        List<String> all = alice.events(JOBS + "/" + id + "/events", 0).toList();
        List<String> rest = alice.events(JOBS + "/" + id + "/events", 2).toList();

        // Then
        assertThat(ids(all)).startsWith("1", "2", "3").isEqualTo(numbered(ids(all).size()));
        assertThat(all).contains("event:changed", "event:progress");
        assertThat(all.stream()
                        .filter(line -> line.startsWith("data:"))
                        .toList()
                        .getLast())
                .contains("\"SUCCEEDED\"");
        assertThat(ids(rest)).isEqualTo(ids(all).subList(2, ids(all).size()));
        assertThat(alice.events(JOBS + "/" + id + "/events", 1_000)).noneMatch(line -> line.startsWith("id:"));
        JsonNode epochs = alice.get(JOBS + "/" + id + "/epochs").expect(200);
        assertThat(epochs).isNotEmpty();
        assertThat(epochs.get(epochs.size() - 1).path("epochs").asInt()).isEqualTo(6);
        assertThat(epochs.get(0).path("trainingLoss").asDouble()).isPositive();
        assertThat(alice.get(JOBS + "/" + id + "/epochs?after=10000").expect(200))
                .isEmpty();
    }

    @Test
    void givesThePlaceOfAFollowerWhoLeftToTheNext() {
        // Given
        String id = submit(model("JOBS"), ENDLESS);
        List<Stream<String>> followers = Stream.generate(() -> followOnceThereIsRoom(id))
                .limit(MOST_FOLLOWERS)
                .toList();

        // When
        HttpResponse<Stream<String>> refused = alice.follow(JOBS + "/" + id + "/events", 0);
        followers.getFirst().close();
        Stream<String> next = followOnceThereIsRoom(id);

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).anyMatch(line -> line.contains("3 clients follow training jobs already"));
        assertThat(next.findFirst()).isPresent();
        followers.forEach(Stream::close);
        next.close();
        cancel(id);
    }

    @Test
    void answersTheSameJobToTheSameKey() {
        // Given
        RegistryServer.Model model = model("JOBS");
        Map<String, Object> request = Map.of("modelId", model.id(), "timeframe", "1h", "epochs", 2);
        String key = UUID.randomUUID().toString();

        // When
        String first = alice.post(JOBS, request, key).expect(202).path("id").asText();
        String second = alice.post(JOBS, request, key).expect(202).path("id").asText();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(alice.get(JOBS + "?modelId=" + model.id()).expect(200).path("items"))
                .hasSize(1);
        alice.ended(first);
    }

    @Test
    void showsAJobToItsOwnerAndToAdminsOnly() {
        // Given
        String id = submit(model("JOBS"), ENDLESS);
        Api bob = alice.as(TestTokens.user("bob"));

        // When, Then
        bob.get(JOBS + "/" + id).expect(404);
        bob.get(JOBS + "/" + id + "/epochs").expect(404);
        bob.get(JOBS + "/" + id + "/events").expect(404);
        bob.post(JOBS + "/" + id + "/cancel", Map.of()).expect(404);
        assertThat(bob.get(JOBS).expect(200).path("items")).isEmpty();
        alice.as(TestTokens.admin("root")).get(JOBS + "/" + id).expect(200);
        cancel(id);
    }

    @Test
    void asksTheRegistryAsPartOfTheCallersTrace() {
        // Given
        RegistryServer.Model model = model("JOBS");
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        // When
        String id = alice.traced(trace)
                .post(JOBS, Map.of("modelId", model.id(), "timeframe", "1h", "epochs", 10_000, "patience", 10_000))
                .expect(202)
                .path("id")
                .asText();

        // Then
        assertThat(RegistryServer.trace(model)).isEqualTo(trace);
        cancel(id);
    }

    @Test
    void refusesAModelOfAnotherUser() {
        // Given
        RegistryServer.Model model = RegistryServer.model("bob", "XGBOOST", Map.of());

        // When, Then
        alice.post(JOBS, Map.of("modelId", model.id(), "symbol", "JOBS", "timeframe", "1h"))
                .expect(404);
    }

    @Test
    void saysThatTheRegistryIsAway() {
        // Given
        RegistryServer.Model model = model("JOBS");
        RegistryServer.away(true);

        // When
        Api.Answer answer = alice.post(JOBS, Map.of("modelId", model.id(), "timeframe", "1h"));
        RegistryServer.away(false);

        // Then
        answer.expect(503);
    }

    @Test
    void refusesAModelThatIsArchived() {
        assertThat(alice.post(
                                JOBS,
                                Map.of(
                                        "modelId",
                                                RegistryServer.archived("alice").id(),
                                        "symbol", "JOBS",
                                        "timeframe", "1h"))
                        .expect(409)
                        .path("detail")
                        .asText())
                .contains("ARCHIVED");
    }

    @Test
    void refusesTooFewRowsWithBothNumbers() {
        // Given
        CandleSeries market = CandleFiles.market(1_500);
        Map<String, Object> request = Map.of(
                "modelId", model("JOBS").id(),
                "timeframe", "1h",
                "features", Map.of("names", List.of("rsi_14")),
                "to", Instant.ofEpochMilli(market.openTime(80)).toString());

        // When
        JsonNode problem = alice.post(JOBS, request).expect(422);

        // Then
        assertThat(problem.path("minimumRows").asInt()).isEqualTo(63);
        assertThat(problem.path("candles").asInt()).isEqualTo(81);
        assertThat(problem.path("availableRows").asInt()).isLessThan(63);
        assertThat(problem.path("detail").asText()).contains("at least 63 rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"epochs": 0}                                     | 400 | epochs must be between
            {"learningRate": 50}                              | 400 | learningRate
            {"hyperparameters": {"maxDepth": 99}}             | 400 | maxDepth
            {"hyperparameters": {"depth": 3}}                 | 400 | has no parameter depth
            {"features": {"set": "nonsense"}}                 | 400 | nonsense
            {"features": {"names": ["rsi_14", "rsi_999999"]}} | 400 | rsi_999999
            {"features": {"set": "seed", "names": ["macd"]}}  | 400 | not both
            {"split": {"train": 0.9, "validation": 0.2, "test": 0.1}} | 400 | sum to 1
            {"symbol": "OTHER"}                               | 422 | must be one of the model's
            {"timeframe": "7h"}                               | 400 | 7h
            {"from": "2030-01-01T00:00:00Z"}                  | 422 | 0 candles
            {"from": "2024-02-01T00:00:00Z", "to": "2024-01-01T00:00:00Z"} | 400 | from must not be after to
            {"horizonBars": "soon"}                           | 400 | horizonBars
            """)
    void refusesWhatCannotBeTrainedBeforeItIsQueued(String fields, int status, String said) throws Exception {
        // Given
        RegistryServer.Model model = model("JOBS");
        Map<String, Object> request = new HashMap<>(Map.of("modelId", model.id(), "timeframe", "1h"));
        request.putAll(JSON.readValue(fields, FIELDS));

        // When
        JsonNode problem = alice.post(JOBS, request).expect(status);

        // Then
        assertThat(problem.path("detail").asText()).contains(said);
        assertThat(alice.get(JOBS + "?modelId=" + model.id()).expect(200).path("items"))
                .isEmpty();
    }

    @Test
    void pagesThroughJobsTheNewestFirst() {
        // Given
        RegistryServer.Model model = model("JOBS");
        List<String> ids = List.of(submit(model, ENDLESS), submit(model, ENDLESS), submit(model, ENDLESS));
        ids.forEach(this::cancel);

        // When
        JsonNode first = alice.get(JOBS + "?limit=2&status=CANCELLED&modelId=" + model.id())
                .expect(200);
        JsonNode second = alice.get(JOBS + "?limit=2&status=CANCELLED&modelId=" + model.id() + "&cursor="
                        + first.path("nextCursor").asText())
                .expect(200);

        // Then
        assertThat(first.path("items").findValuesAsText("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.path("items").findValuesAsText("id")).containsExactly(ids.get(0));
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    /** A place is free again once the service has noticed that its follower is gone. */
    private Stream<String> followOnceThereIsRoom(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> alice.follow(JOBS + "/" + id + "/events", 0), answer -> answer.statusCode() == 200)
                .body();
    }

    private static RegistryServer.Model model(String symbol) {
        return RegistryServer.model("alice", "XGBOOST", Map.of("maxDepth", 2), symbol);
    }

    private String submit(RegistryServer.Model model, Map<String, Object> fields) {
        Map<String, Object> request = new HashMap<>(fields);
        request.put("modelId", model.id());
        request.put("timeframe", "1h");
        return alice.post(JOBS, request).expect(202).path("id").asText();
    }

    private void cancel(String id) {
        alice.post(JOBS + "/" + id + "/cancel", Map.of()).expect(202);
        alice.jobOnce(id, "CANCELLED");
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .toList();
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}

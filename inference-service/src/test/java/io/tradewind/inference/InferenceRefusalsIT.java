package io.tradewind.inference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tradewind.contracts.experiment.Assignments;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.experiment.RandomisationUnit;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.inference.fixture.Models;
import io.tradewind.inference.fixture.RegistryFace;
import io.tradewind.inference.fixture.TestBundles;
import io.tradewind.testkit.EmbeddedBackends;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What is not answered, and how it says so. */
@QuarkusTest
@WithTestResource(EmbeddedBackends.class)
@WithTestResource(RegistryFace.class)
class InferenceRefusalsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 8 << 20;
    private static final String ROW = "\"instances\": [[0.5, 0.1]]";

    @TestHTTPResource("/")
    URI base;

    @Test
    void refusesForAnArmWhoseVersionIsNotServedInsteadOfAnsweringWithAnother() throws IOException {
        // Given
        Models control = deployed("PINA");
        Models treatment = deployed("PINB");
        ExperimentChanged experiment = experiment(control, 1, treatment, 9);
        String unit = unitOf(experiment, "treatment");
        String controlUnit = unitOf(experiment, "control");
        TestEvents.publish(experiment);

        // When
        Response refused = await().atMost(LIMIT).until(() -> ask(control, unit), answer -> answer.statusCode() == 409);

        // Then
        refused.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:tradewind:problem:model-not-loaded"))
                .body("detail", containsString("pinned to version 9"))
                .body("experimentId", equalTo(experiment.experimentId().toString()))
                .body("variant", equalTo("treatment"))
                .body("pinnedVersion", equalTo(9))
                .body("servedVersion", equalTo(1));
        ask(control, controlUnit).then().statusCode(200).body("predictions[0].variant", equalTo("control"));
        String arms = "experiments.find { it.experimentId == '" + experiment.experimentId()
                + "' }.arms.find { it.variant == '";
        alice().get("/api/v1/serving")
                .then()
                .statusCode(200)
                .body(arms + "treatment' }.pinnedVersion", equalTo(9))
                .body(arms + "treatment' }.servedVersion", equalTo(1))
                .body(arms + "treatment' }.refusal", containsString("version 1 is served"))
                .body(arms + "control' }.refusal", nullValue());
        assertThat(metric("tradewind_inference_experiment_refused_total")).isPositive();
    }

    @Test
    void leavesOutHowSureAModelIsWhereThatIsNotWanted() throws IOException {
        // Given
        Models model = deployed("SURE");
        String input = "\"inputData\": [[0.5, 0.1]]";

        // When, Then
        for (String path : List.of("/api/production-ml/models/" + model.id() + "/predict", "/api/ml/predict")) {
            String asked = "{\"modelId\": \"" + model.id() + "\", \"model_id\": \"" + model.id() + "\", " + input;
            assertThat(alice().body(asked + ", \"includeConfidence\": false}")
                            .post(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .<Map<String, Object>>path("predictions[0]"))
                    .as(path)
                    .doesNotContainKey("confidence")
                    .containsEntry("direction", "UP");
            assertThat(alice().body(asked + "}")
                            .post(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .<Map<String, Object>>path("predictions[0]"))
                    .as(path)
                    .containsKey("confidence");
        }
    }

    @Test
    void takesNoMoreBytesOfBodiesThanTheyMayHaveTogether() throws IOException {
        // Given: clients that announce bodies and do not send them
        Models model = deployed("FULL");
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                clients.add(announce(model, MOST_BYTES - 1_000));
            }

            // When
            String full = await().atMost(LIMIT)
                    .until(
                            () -> answerTo(model, MOST_BYTES / 2, Duration.ofSeconds(2)),
                            answer -> answer.startsWith("HTTP/1.1 503"));

            // Then
            assertThat(full)
                    .containsIgnoringCase("retry-after: 1")
                    .contains("application/problem+json")
                    .contains("urn:tradewind:problem:overloaded")
                    .contains("of 67108864 bytes");
            ask(model, "small").then().statusCode(200);
            assertThat(metric("tradewind_inference_bodies_bytes")).isGreaterThan(60e6);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        await().atMost(LIMIT).until(() -> metric("tradewind_inference_bodies_bytes") == 0);
    }

    @Test
    void refusesABodyThatIsTooLargeByWhatItAnnounces() throws IOException {
        // Given
        Models model = deployed("HUGE");

        // When
        String answer = answerTo(model, MOST_BYTES + 1, LIMIT);

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("urn:tradewind:problem:too-large")
                .contains("at most 8388608 bytes, has 8388609");
    }

    /** The whole answer to a request of which only the headers are sent; empty when it is waited for its body. */
    private String answerTo(Models model, int length, Duration limit) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = announce(model, length)) {
            socket.setSoTimeout((int) limit.toMillis());
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (SocketTimeoutException waiting) {
            return answer + " and then nothing";
        }
    }

    private Socket announce(Models model, int length) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        String head = """
                POST /api/v1/models/%s/predict HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(model.id(), TestTokens.user("alice"), length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + ' ') || line.startsWith(name + '{'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Response ask(Models model, String unit) {
        return alice().body("{" + ROW + ", \"unit\": \"" + unit + "\"}")
                .post("/api/v1/models/" + model.id() + "/predict");
    }

    private static RequestSpecification alice() {
        return given().auth().oauth2(TestTokens.user("alice")).contentType(ContentType.JSON);
    }

    private static Models deployed(String symbol) throws IOException {
        Models model = Models.of(symbol);
        Path files = RegistryFace.files(RegistryFace.folder(), model.id(), 1);
        Files.createDirectories(files.getParent());
        TestEvents.publish(model.deploying(1, 1, TestBundles.tree(files, 1).digest()));
        TestEvents.read(ModelLoaded.class, loaded -> loaded.modelId().equals(model.id()), LIMIT);
        return model;
    }

    private static String unitOf(ExperimentChanged experiment, String variant) {
        for (int i = 0; ; i++) {
            String unit = "unit-" + i;
            if (Assignments.variantFor(experiment, unit).filter(variant::equals).isPresent()) {
                return unit;
            }
        }
    }

    private static ExperimentChanged experiment(Models control, int controlVersion, Models treatment, int version) {
        UUID id = UUID.randomUUID();
        return new ExperimentChanged(
                id,
                "pinned",
                "alice",
                ExperimentStatus.RUNNING,
                RandomisationUnit.REQUEST,
                id.toString(),
                List.of(),
                null,
                1,
                1.0,
                List.of(
                        new ExperimentChanged.Variant("control", control.id(), controlVersion, 0.5, true),
                        new ExperimentChanged.Variant("treatment", treatment.id(), version, 0.5, false)),
                1,
                Instant.now());
    }
}

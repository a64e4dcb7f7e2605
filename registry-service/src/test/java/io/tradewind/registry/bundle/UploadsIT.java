package io.tradewind.registry.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tradewind.learning.task.Task;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TemporaryStorage;
import io.tradewind.registry.TestBundle;
import io.tradewind.testkit.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class UploadsIT {
    private static final int LARGEST_FILE = 256 * 1024;

    private final Client alice = Client.user("alice-of-uploads");
    private String model;
    private int version;

    @BeforeEach
    void createVersion() {
        model = alice.model("uploads " + System.nanoTime());
        version = alice.version(model);
    }

    @Test
    void aVersionIsReadyOnceEveryByteIsVerified() {
        Map<String, byte[]> files = TestBundle.good().files();
        alice.upload(model, version, files);

        alice.complete(model, version, TestBundle.digest(files))
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"))
                .body("bundleDigest", equalTo(TestBundle.digest(files)))
                .body("gatesPassed", equalTo(true));

        alice.get("/api/v1/models/" + model)
                .then()
                .body("status", equalTo("READY"))
                .body("latestReadyVersion", equalTo(version));
        alice.get(Client.files(model, version)).then().body("size()", equalTo(files.size()));
    }

    @Test
    void completingAgainGivesTheSameAnswerAndAnotherDigestIsRefused() {
        Map<String, byte[]> files = TestBundle.good().files();
        alice.upload(model, version, files);
        alice.complete(model, version, TestBundle.digest(files)).then().statusCode(200);

        alice.complete(model, version, TestBundle.digest(files).toUpperCase())
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"));
        alice.complete(model, version, "0".repeat(64)).then().statusCode(409);
        alice.put(model, version, "late.json", new byte[] {1}).then().statusCode(409);
    }

    @Test
    void aWrongDigestIsRefusedAndTheFileMayBeSentAgain() {
        byte[] bytes = "content".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "other".getBytes(StandardCharsets.US_ASCII);

        alice.put(model, version, "model.json", bytes, TestBundle.contentDigest(other))
                .then()
                .statusCode(422)
                .body("actual", equalTo(TestBundle.sha256(bytes)))
                .body("expected", equalTo(TestBundle.sha256(other)));

        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
        alice.put(model, version, "model.json", bytes)
                .then()
                .statusCode(201)
                .header("ETag", "\"" + TestBundle.sha256(bytes) + "\"")
                .body("size", equalTo(7));
    }

    @Test
    void refusesADigestThatIsMissingOrMalformed() {
        byte[] bytes = {1};

        alice.request()
                .contentType("application/octet-stream")
                .body(bytes)
                .put(Client.files(model, version) + "/a.json")
                .then()
                .statusCode(400)
                .body("detail", containsString("Content-Digest is missing"));
        alice.put(model, version, "a.json", bytes, "sha-256=1234").then().statusCode(400);
        alice.json(Map.of())
                .put(Client.files(model, version) + "/a.json")
                .then()
                .statusCode(415);
    }

    @Test
    void refusesNamesThatCouldLeaveTheFolder() {
        for (String name : List.of("..%2Fevil.json", ".hidden", "a%2Fb.json", "%2Fetc%2Fpasswd", "a%00b", "..%5Cx")) {
            Response refused = alice.request()
                    .urlEncodingEnabled(false)
                    .contentType("application/octet-stream")
                    .header("Content-Digest", TestBundle.contentDigest(new byte[] {1}))
                    .body(new byte[] {1})
                    .put(Client.files(model, version) + "/" + name);
            assertThat(refused.statusCode()).as(name).isIn(400, 404);
        }
        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    @Test
    void refusesAFileThatSaysItIsTooLarge() {
        byte[] large = new byte[LARGEST_FILE + 1];

        alice.put(model, version, "model.json", large).then().statusCode(413).body("limitBytes", equalTo(LARGEST_FILE));

        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    @Test
    void refusesAFileThatTurnsOutTooLargeOnTheWay() throws Exception {
        byte[] large = new byte[LARGEST_FILE + 1];
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + Client.files(model, version) + "/m.json"))
                .header("Authorization", "Bearer " + TestTokens.user("alice-of-uploads"))
                .header("Content-Type", "application/octet-stream")
                .header("Content-Digest", TestBundle.contentDigest(large))
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
        }
        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    @Test
    void refusesMoreFilesOrBytesThanABundleHas() {
        byte[] third = new byte[200 * 1024];
        alice.put(model, version, "a.json", third).then().statusCode(201);
        alice.put(model, version, "b.json", third).then().statusCode(201);

        alice.put(model, version, "c.json", third).then().statusCode(413).body("detail", containsString("a bundle"));

        alice.put(model, version, "b.json", third).then().statusCode(201);
        for (int i = 0; i < 6; i++) {
            alice.put(model, version, "small" + i + ".json", new byte[] {1})
                    .then()
                    .statusCode(201);
        }
        alice.put(model, version, "last.json", new byte[] {1})
                .then()
                .statusCode(422)
                .body("detail", containsString("at most 8 files"));
        assertThat(TemporaryStorage.filesOf(model)).hasSize(8);
    }

    @Test
    void refusesABundleForEachThingThatIsWrongWithItAndLeavesNothing() {
        refused(TestBundle.good(), without("model.json"), "model.json is missing");
        refused(TestBundle.good(), without("manifest.json"), "manifest.json was not uploaded");
        refused(TestBundle.good(), with("extra.sh"), "extra.sh is not listed");
        refused(TestBundle.good(), with("reference.json"), "reference.json must have");
        refused(TestBundle.good().unknownFeature("moonPhase"), UnaryOperator.identity(), "moonPhase");
        refused(TestBundle.good().wrongSchemaHash(), UnaryOperator.identity(), "featureSchemaHash");
        refused(TestBundle.good().architecture("LSTM"), UnaryOperator.identity(), "architecture is LSTM");
        refused(TestBundle.good().task(Task.RETURN), UnaryOperator.identity(), "task is RETURN");
    }

    @Test
    void refusesAnotherManifestThanAnnounced() {
        alice.upload(model, version, TestBundle.good().files());

        alice.complete(model, version, "0".repeat(64))
                .then()
                .statusCode(422)
                .body("reason", containsString("the request says " + "0".repeat(64)));

        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
        alice.complete(model, version, "not a digest").then().statusCode(400);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        try (Socket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("half.json", 100_000, "").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[50_000]);
            out.flush();
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            TemporaryStorage.filesOf(model))
                    .hasSize(1));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(TemporaryStorage.filesOf(model)).isEmpty());
        alice.get(Client.files(model, version)).then().body("size()", equalTo(0));
    }

    @Test
    void tellsAClientThatWaitsToGoOn() throws IOException {
        byte[] bytes = {1, 2, 3};
        try (Socket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            String digest = "Content-Digest: " + TestBundle.contentDigest(bytes) + "\r\nExpect: 100-continue\r\n";
            out.write(head("wait.json", 3, digest).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(line(in)).startsWith("HTTP/1.1 100");
            assertThat(line(in)).isEmpty();
            out.write(bytes);
            out.flush();
            assertThat(line(in)).startsWith("HTTP/1.1 201");
        }
    }

    private void refused(TestBundle bundle, UnaryOperator<Map<String, byte[]>> spoiled, String reason) {
        int number = alice.version(model);
        Map<String, byte[]> files = bundle.files();
        String digest = TestBundle.digest(files);
        alice.upload(model, number, spoiled.apply(files));

        alice.complete(model, number, digest)
                .then()
                .statusCode(422)
                .body("reason", containsString(reason))
                .body("versionStatus", equalTo("FAILED"));

        alice.get("/api/v1/models/" + model + "/versions/" + number)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", containsString(reason))
                .body("manifest", nullValue());
        alice.get(Client.files(model, number)).then().body("size()", equalTo(0));
        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    private static UnaryOperator<Map<String, byte[]>> without(String name) {
        return files -> {
            files.remove(name);
            return files;
        };
    }

    private static UnaryOperator<Map<String, byte[]>> with(String name) {
        return files -> {
            files.put(name, new byte[] {1, 2, 3});
            return files;
        };
    }

    private String head(String name, int length, String headers) {
        String digest =
                headers.isEmpty() ? "Content-Digest: " + TestBundle.contentDigest(new byte[0]) + "\r\n" : headers;
        return "PUT " + Client.files(model, version) + "/" + name + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + TestTokens.user("alice-of-uploads") + "\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Length: " + length + "\r\n" + digest + "\r\n";
    }

    private static Socket socket() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }
}

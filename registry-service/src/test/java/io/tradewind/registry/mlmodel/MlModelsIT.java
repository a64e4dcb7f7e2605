package io.tradewind.registry.mlmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TemporaryStorage;
import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class MlModelsIT {
    private static final String MODELS = "/api/ml/models";

    private final Client alice = Client.someone();

    @Test
    void savesAModelAndListsIt() {
        alice.post(MODELS, Map.of("name", "lawrence", "config", Map.of("dropout", 0.1), "tags", List.of("v2")))
                .then()
                .statusCode(201)
                .body("name", equalTo("lawrence"))
                .body("version", nullValue())
                .body("isActive", equalTo(false));

        alice.get(MODELS + "?name=lawrence")
                .then()
                .statusCode(200)
                .body("models", hasSize(1))
                .body("models[0].tags", equalTo(List.of("v2")));
        alice.post(MODELS, Map.of("name", "other", "weights", Map.of("layer1", List.of(1))))
                .then()
                .statusCode(422)
                .body("detail", containsString("bundle"));
    }

    @Test
    void describesTheNewestVerifiedVersion() {
        String id = alice.model();
        Map<String, byte[]> files = TestBundle.good().files();
        int version = alice.version(id);
        alice.upload(id, version, files);
        alice.complete(id, version, TestBundle.digest(files)).then().statusCode(200);

        alice.get(MODELS)
                .then()
                .body("models[0].version", equalTo("1"))
                .body("models[0].checksum", equalTo(TestBundle.digest(files)))
                .body("models[0].format", equalTo("json"))
                .body("models[0].metrics.accuracy", equalTo(0.58f));
    }

    @Test
    void activatesAndDeactivates() {
        String id = alice.model();
        act(Map.of("id", id, "action", "activate"), 409);
        alice.ready(id, TestBundle.good());

        act(Map.of("id", id, "action", "activate"), 200);

        alice.get("/api/v1/models/" + id).then().body("deployment.targetVersion", equalTo(1));
        act(Map.of("id", id, "action", "deactivate"), 200);
        alice.get("/api/v1/models/" + id).then().body("deployment.targetVersion", nullValue());
        act(Map.of("id", id, "action", "dance"), 400);
    }

    @Test
    void findsOutWhenAStoredBundleHasRotted() throws IOException {
        String id = alice.model();
        alice.ready(id, TestBundle.good());
        alice.json(Map.of("id", id, "action", "validate"))
                .put(MODELS)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true));
        Path file = TemporaryStorage.folder()
                .resolve("published")
                .resolve(id)
                .resolve("1")
                .resolve("model.json");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] ^= 1;
        Files.write(file, bytes);

        alice.json(Map.of("id", id, "action", "validate"))
                .put(MODELS)
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("errors[0]", containsString("model.json"));
    }

    @Test
    void deletesAModel() {
        String id = alice.model();

        alice.request().delete(MODELS + "?id=" + id).then().statusCode(200).body("success", equalTo(true));
        alice.get(MODELS).then().body("models", hasSize(0));
        alice.request().delete(MODELS).then().statusCode(400);
    }

    private void act(Map<String, Object> command, int status) {
        alice.json(command).put(MODELS).then().statusCode(status);
    }
}

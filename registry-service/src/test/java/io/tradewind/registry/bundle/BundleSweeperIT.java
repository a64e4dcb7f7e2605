package io.tradewind.registry.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TemporaryStorage;
import io.tradewind.registry.TestBundle;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RegistryIT
class BundleSweeperIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    BundleSweeper sweeper;

    @Inject
    Pool pool;

    private final Client alice = Client.someone();
    private String model;

    @BeforeEach
    void createModel() {
        model = alice.model();
    }

    @Test
    void removesWhatADeadProcessWasReceiving() throws IOException {
        Path remains = Files.write(TemporaryStorage.folder().resolve("incoming").resolve("remains"), new byte[10]);

        sweep();

        assertThat(remains).doesNotExist();
    }

    @Test
    void keepsWhatAPendingVersionHasStagedAndItCanBeCompleted() {
        var files = TestBundle.good().files();
        int version = alice.version(model);
        alice.upload(model, version, files);

        sweep();

        alice.complete(model, version, TestBundle.digest(files)).then().statusCode(200);
        sweep();
        alice.get(Client.files(model, version) + "/model.json").then().statusCode(200);
    }

    @Test
    void removesStagedFilesThatNoPendingVersionNeeds() throws IOException {
        int version = alice.ready(model, TestBundle.good());
        Path staged = Files.createDirectories(
                TemporaryStorage.folder().resolve("staging").resolve(model + "." + version));
        Files.write(staged.resolve("late.json"), new byte[10]);

        sweep();

        assertThat(staged).doesNotExist();
        alice.get(Client.files(model, version) + "/model.json").then().statusCode(200);
    }

    @Test
    void givesUpAVersionThatWaitedTooLong() {
        int version = alice.version(model);
        alice.put(model, version, "model.json", new byte[10]).then().statusCode(201);
        execute("update version set created_at = now() - interval '25 hours' where model_id = '" + model + "'");

        sweep();

        alice.get("/api/v1/models/" + model + "/versions/" + version)
                .then()
                .body("status", equalTo("FAILED"))
                .body("reason", containsString("PT24H"));
        alice.get("/api/v1/models/" + model + "/activity")
                .then()
                .body("items[0].action", equalTo("VERSION_FAILED"))
                .body("items[0].actor", equalTo("registry"));
        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    @Test
    void completesAVersionWhoseFilesWereMovedJustBeforeTheProcessDied() throws IOException {
        var files = TestBundle.good().files();
        int version = alice.version(model);
        alice.upload(model, version, files);
        Path published = Files.createDirectories(
                TemporaryStorage.folder().resolve("published").resolve(model));
        Files.move(
                TemporaryStorage.folder().resolve("staging").resolve(model + "." + version),
                published.resolve(Integer.toString(version)));

        sweep();

        alice.complete(model, version, TestBundle.digest(files)).then().statusCode(200);
        alice.get(Client.files(model, version) + "/model.json").then().statusCode(200);
    }

    @Test
    void removesFilesThatADeletedModelLeft() throws IOException {
        alice.ready(model, TestBundle.good());
        alice.request().delete("/api/v1/models/" + model).then().statusCode(204);
        Path left = Files.createDirectories(
                TemporaryStorage.folder().resolve("published").resolve(model).resolve("1"));
        Files.write(left.resolve("model.json"), new byte[10]);

        sweep();

        assertThat(TemporaryStorage.filesOf(model)).isEmpty();
    }

    @Test
    void neverRemovesAPublishedBundleForWantOfARow() throws IOException {
        Path unknown = Files.createDirectories(TemporaryStorage.folder()
                .resolve("published")
                .resolve("00000000-0000-0000-0000-000000000001")
                .resolve("1"));

        sweep();

        assertThat(unknown).exists();
        Files.delete(unknown);
        Files.delete(unknown.getParent());
    }

    private void sweep() {
        sweeper.sweep().await().atMost(LIMIT);
    }

    private void execute(String sql) {
        assertThat(List.of(pool.query(sql).execute().await().atMost(LIMIT).rowCount()))
                .containsExactly(1);
    }
}

package io.tradewind.registry.version;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tradewind.registry.Client;
import io.tradewind.registry.Parallel;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TestBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class VersionsIT {
    private final Client alice = Client.someone();
    private String model;
    private String versions;

    @BeforeEach
    void createModel() {
        model = alice.model();
        versions = "/api/v1/models/" + model + "/versions";
    }

    @Test
    void thirtyTwoCreatorsAtOnceGetThirtyTwoNumbersWithoutAGap() {
        List<Response> created = Parallel.times(32, i -> alice.post(versions, Map.of()));

        assertThat(created).allSatisfy(response -> response.then().statusCode(201));
        assertThat(created)
                .extracting(response -> response.jsonPath().getInt("version"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 32).boxed().toList());
        alice.get("/api/v1/models/" + model)
                .then()
                .body("latestVersion", equalTo(32))
                .body("revision", equalTo(33));
    }

    @Test
    void theSameKeyGetsTheSameVersionEvenAtTheSameTime() {
        Map<String, Object> body = Map.of("trainingJobId", UUID.randomUUID().toString());

        List<Response> created = Parallel.times(
                6, i -> alice.json(body).header("Idempotency-Key", "job").post(versions));

        assertThat(created)
                .allSatisfy(response -> response.then().statusCode(201).body("version", equalTo(1)));
        assertThat(alice.version(model)).isEqualTo(2);
    }

    @Test
    void aRefusedVersionKeepsItsNumber() {
        int first = alice.version(model);
        alice.complete(model, first, "0".repeat(64)).then().statusCode(422);

        assertThat(alice.version(model)).isEqualTo(first + 1);
    }

    @Test
    void listsVersionsPageByPageTheNewestFirst() {
        for (int i = 0; i < 3; i++) {
            alice.version(model);
        }

        Response first = alice.get(versions + "?limit=2");
        Response second =
                alice.get(versions + "?limit=2&cursor=" + first.jsonPath().getString("nextCursor"));

        first.then().body("items.version", equalTo(List.of(3, 2)));
        second.then().body("items.version", equalTo(List.of(1))).body("nextCursor", nullValue());
        alice.get(versions + "?status=READY").then().body("items", equalTo(List.of()));
        alice.get(versions + "?status=pending").then().body("items.size()", equalTo(3));
        alice.get(versions + "?status=lost").then().statusCode(400);
    }

    @Test
    void showsTheManifestOfOneVersionButNotOfAList() {
        int version = alice.ready(model, TestBundle.good());

        alice.get(versions + "/" + version)
                .then()
                .body("status", equalTo("READY"))
                .body("gatesPassed", equalTo(true))
                .body("manifest.horizonBars", equalTo(4));
        alice.get(versions).then().body("items[0].manifest", nullValue());
        alice.get(versions + "/99").then().statusCode(404);
        alice.get(versions + "/0").then().statusCode(400);
    }
}

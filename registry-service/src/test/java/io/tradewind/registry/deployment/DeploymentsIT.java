package io.tradewind.registry.deployment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.registry.Client;
import io.tradewind.registry.Parallel;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TestBundle;
import io.tradewind.registry.TestReplica;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RegistryIT
class DeploymentsIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Client alice = Client.someone();
    private String model;
    private String path;

    @BeforeEach
    void createModel() {
        model = alice.model();
        path = "/api/v1/models/" + model + "/deployment";
    }

    @Test
    void oneOfManyDeploymentsAtOnceWinsAndTheOthersLearnWhatTheTargetIs() {
        int first = alice.ready(model, TestBundle.good());
        int second = alice.ready(model, TestBundle.good().seed(2));

        List<Response> answers = Parallel.times(8, i -> deploy(i % 2 == 0 ? first : second, null));

        List<Response> won =
                answers.stream().filter(answer -> answer.statusCode() == 202).toList();
        assertThat(won).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(7);
        int target = won.getFirst().jsonPath().getInt("targetVersion");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409).map(answer -> answer.jsonPath()
                        .getInt("targetVersion")))
                .containsOnly(target);
        alice.get(path).then().body("revision", equalTo(1)).body("targetVersion", equalTo(target));
        alice.get(path + "/history").then().body("items.size()", equalTo(1));
    }

    @Test
    void deploysOnlyWhatPassedItsGatesOrWasOverriddenForAReason() {
        int weak = alice.ready(model, TestBundle.good().failingGates());

        deploy(weak, null)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tradewind:problem:gates-failed"))
                .body("failedChecks.name", equalTo(List.of("profitFactor")));
        alice.post(path, Map.of("version", weak, "overrideGates", true)).then().statusCode(400);
        alice.post(path, Map.of("version", weak, "overrideGates", true, "reason", "paper trading"))
                .then()
                .statusCode(202);

        alice.get(path + "/history")
                .then()
                .body("items[0].gatesOverridden", equalTo(true))
                .body("items[0].reason", equalTo("paper trading"))
                .body("items[0].failedChecks.name", equalTo(List.of("profitFactor")));
    }

    @Test
    void takesAModelOfOthersThatNobodyJudgedAndDeploysItOnlyForAReason() {
        String theirs = alice.post("/api/v1/models", Map.of("name", "theirs", "architecture", "onnx"))
                .then()
                .statusCode(201)
                .body("architecture", equalTo("ONNX"))
                .extract()
                .path("id");
        int version = alice.ready(
                theirs,
                TestBundle.good()
                        .architecture("ONNX")
                        .unknownFeature("moonPhase")
                        .foreign()
                        .unjudged());
        String deployment = "/api/v1/models/" + theirs + "/deployment";

        alice.post(deployment, Map.of("version", version))
                .then()
                .statusCode(409)
                .body("failedChecks.name", hasItem("edgeOverMajority"));
        alice.post(deployment, Map.of("version", version, "overrideGates", true, "reason", "judged elsewhere"))
                .then()
                .statusCode(202);
    }

    @Test
    void deploysOnlyVersionsThatAreReady() {
        int pending = alice.version(model);

        deploy(pending, null).then().statusCode(409).body("detail", containsString("PENDING"));
        deploy(99, null).then().statusCode(404);
        alice.post(path, Map.of()).then().statusCode(400);
    }

    @Test
    void waitsWhileNoReplicaIsThere() {
        int version = alice.ready(model, TestBundle.good());

        deploy(version, null).then().statusCode(202).body("status", equalTo("DEPLOYING"));

        try (TestReplica replica = TestReplica.started()) {
            replica.loads(model, version, 1);
            awaitStatus("ACTIVE");
        }
    }

    @Test
    void isActiveOnlyWhenEveryLiveReplicaServesTheTarget() {
        int version = alice.ready(model, TestBundle.good());
        try (TestReplica first = TestReplica.started();
                TestReplica second = TestReplica.started()) {
            deploy(version, null).then().statusCode(202);

            first.loads(model, version, 1);

            Awaitility.await().atMost(LIMIT).untilAsserted(() -> alice.get(path)
                    .then()
                    .body("status", equalTo("DEPLOYING"))
                    .body("replicas.id", hasItem(second.id()))
                    .body("replicas.find { it.id == '" + first.id() + "' }.serving", equalTo(List.of(version))));
            second.beat(60_000, new ReplicaSeen.Served(UUID.fromString(model), version, 1));
            awaitStatus("ACTIVE");
        }
    }

    @Test
    void aReplicaThatFallsSilentIsNotWaitedFor() {
        int version = alice.ready(model, TestBundle.good());
        try (TestReplica silent = TestReplica.started();
                TestReplica living = TestReplica.started()) {
            silent.beat(1);
            deploy(version, null).then().statusCode(202);

            Awaitility.await().atMost(LIMIT).until(() -> {
                living.beat(60_000, new ReplicaSeen.Served(UUID.fromString(model), version, 1));
                return status().equals("ACTIVE");
            });
        }
    }

    @Test
    void aFailedLoadSaysWhyAndLeavesTheOldVersionServing() {
        int first = alice.ready(model, TestBundle.good());
        int second = alice.ready(model, TestBundle.good().seed(2));
        try (TestReplica replica = TestReplica.started()) {
            deploy(first, null).then().statusCode(202);
            replica.loads(model, first, 1);
            awaitStatus("ACTIVE");

            deploy(second, first).then().statusCode(202);
            replica.failsToLoad(model, second, 1, "stale report");
            replica.failsToLoad(model, second, 2, "no memory");

            awaitStatus("FAILED");
            alice.get(path)
                    .then()
                    .body("activeVersion", equalTo(first))
                    .body("targetVersion", equalTo(second))
                    .body("reason", containsString("no memory"));
            alice.get("/api/v1/models/" + model).then().body("status", equalTo("ACTIVE"));

            alice.post(path + "/rollback", Map.of("expectedVersion", second, "reason", "it did not load"))
                    .then()
                    .statusCode(202)
                    .body("targetVersion", equalTo(first))
                    .body("status", equalTo("ACTIVE"));
        }
    }

    @Test
    void rollsBackToWhatWasActiveBefore() {
        int first = alice.ready(model, TestBundle.good());
        int second = alice.ready(model, TestBundle.good().seed(2));
        try (TestReplica replica = TestReplica.started()) {
            deploy(first, null).then().statusCode(202);
            replica.loads(model, first, 1);
            awaitStatus("ACTIVE");
            deploy(second, first).then().statusCode(202);
            replica.loads(model, second, 2);
            awaitActive(second);

            alice.post(path + "/rollback", Map.of("expectedVersion", first))
                    .then()
                    .statusCode(409);
            List<Response> answers =
                    Parallel.times(12, i -> alice.post(path + "/rollback", Map.of("expectedVersion", second)));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .hasSize(11);

            awaitActive(first);
            alice.request()
                    .noContentType()
                    .post(path + "/rollback")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("nothing to go back to"));
            alice.get(path + "/history")
                    .then()
                    .body(
                            "items.step",
                            equalTo(List.of("ACTIVE", "REQUESTED", "ACTIVE", "REQUESTED", "ACTIVE", "REQUESTED")))
                    .body(
                            "items.cause",
                            equalTo(List.of("ROLLBACK", "ROLLBACK", "DEPLOY", "DEPLOY", "DEPLOY", "DEPLOY")))
                    .body("items[1].previousVersion", equalTo(second));
            String cursor = alice.get(path + "/history?limit=4").jsonPath().getString("nextCursor");
            alice.get(path + "/history?limit=4&cursor=" + cursor)
                    .then()
                    .body("items.size()", equalTo(2))
                    .body("nextCursor", nullValue());
        }
    }

    @Test
    void undeploysWhatIsServedAndNothingTwice() {
        int version = alice.ready(model, TestBundle.good());
        try (TestReplica replica = TestReplica.started()) {
            deploy(version, null).then().statusCode(202);
            replica.loads(model, version, 1);
            awaitStatus("ACTIVE");

            alice.request().delete(path + "?expectedVersion=9").then().statusCode(409);
            alice.request()
                    .delete(path + "?expectedVersion=" + version)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("NONE"))
                    .body("targetVersion", nullValue())
                    .body("activeVersion", nullValue());
            alice.request().delete(path).then().statusCode(200).body("revision", equalTo(2));

            alice.get("/api/v1/models/" + model).then().body("status", equalTo("READY"));
            alice.get(path + "/history").then().body("items[0].step", equalTo("WITHDRAWN"));
        }
    }

    @Test
    void archivingWithdrawsWhatIsDeployed() {
        int version = alice.ready(model, TestBundle.good());
        deploy(version, null).then().statusCode(202);
        alice.request().delete("/api/v1/models/" + model).then().statusCode(409);

        alice.request()
                .post("/api/v1/models/" + model + "/archive")
                .then()
                .statusCode(200)
                .body("deployment.targetVersion", nullValue());

        alice.get(path + "/history")
                .then()
                .body("items[0].step", equalTo("WITHDRAWN"))
                .body("items[0].cause", equalTo("ARCHIVE"))
                .body("items[0].previousVersion", equalTo(version));
        deploy(version, null).then().statusCode(409).body("detail", containsString("archived"));
    }

    @Test
    void theSameVersionAgainIsNoNewDeployment() {
        int version = alice.ready(model, TestBundle.good());
        deploy(version, null).then().statusCode(202);

        deploy(version, version).then().statusCode(202).body("revision", equalTo(1));
    }

    private Response deploy(int version, Integer expected) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("expectedVersion", expected);
        return alice.post(path, body);
    }

    private void awaitStatus(String status) {
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(status())
                .isEqualTo(status));
    }

    private void awaitActive(int version) {
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> alice.get(path)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("activeVersion", equalTo(version)));
    }

    private String status() {
        return alice.get(path).jsonPath().getString("status");
    }
}

package io.tradewind.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way of a model: HTTP to row to event, and from what replicas report back to the row. */
abstract class RegistryFlow {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void aModelBecomesActiveWhenTheReplicaServesItsVersion() {
        // Given
        Client alice = Client.someone();
        String model = alice.model();
        Map<String, byte[]> files = TestBundle.good().files();
        int version = alice.version(model);
        alice.upload(model, version, files);
        alice.complete(model, version, TestBundle.digest(files)).then().statusCode(200);
        String replica = "replica-" + UUID.randomUUID();
        TestEvents.publish(seen(replica, List.of(), false));

        // When
        alice.post("/api/v1/models/" + model + "/deployment", Map.of("version", version))
                .then()
                .statusCode(202);
        ModelChanged requested = read(model, "DEPLOYMENT_REQUESTED");
        TestEvents.publish(new ModelLoaded(
                replica,
                UUID.fromString(model),
                version,
                TestBundle.digest(files),
                requested.deployment().revision(),
                12,
                Instant.now()));

        // Then
        assertThat(requested.deployment().status()).isEqualTo(DeploymentStatus.DEPLOYING);
        assertThat(requested.deployment().targetBundleDigest()).isEqualTo(TestBundle.digest(files));
        ModelChanged active = read(model, "DEPLOYMENT_ACTIVE");
        assertThat(active.status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(active.deployment().activeVersion()).isEqualTo(version);
        assertThat(active.revision()).isGreaterThan(requested.revision());
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        alice.get("/api/v1/models/" + model).then().extract().<String>path("status"))
                .isEqualTo("ACTIVE"));
        TestEvents.publish(seen(replica, List.of(), true));
    }

    static ReplicaSeen seen(String replica, List<ReplicaSeen.Served> serving, boolean stopping) {
        return new ReplicaSeen(replica, serving, 60_000, stopping, Instant.now());
    }

    private static ModelChanged read(String model, String change) {
        return TestEvents.read(
                ModelChanged.class,
                event -> event.modelId().toString().equals(model)
                        && event.change().equals(change),
                LIMIT);
    }
}

package io.tradewind.registry.training;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.registry.Client;
import io.tradewind.registry.RegistryIT;
import io.tradewind.registry.TestBundle;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RegistryIT
class TrainingEventsIT {
    private final Client alice = Client.someone();
    private String model;
    private final UUID job = UUID.randomUUID();

    @BeforeEach
    void createModel() {
        model = alice.model();
    }

    @Test
    void aRunningJobPutsItsModelIntoTrainingUntilItEnds() {
        publish(JobStatus.QUEUED, null);
        publish(JobStatus.RUNNING, null);
        TestEvents.publish(
                new TrainingProgressed(job, UUID.fromString(model), 1, 1, 10, 0.7, 0.7, 100, 1000, Instant.now()));
        awaitStatus("TRAINING");

        alice.ready(model, TestBundle.good());
        alice.get("/api/v1/models/" + model).then().body("status", equalTo("TRAINING"));
        alice.request().post("/api/v1/models/" + model + "/archive").then().statusCode(409);
        publish(JobStatus.SUCCEEDED, null);

        awaitStatus("READY");
    }

    @Test
    void aJobThatFailsLeavesADraftAndTheReasonInTheLog() {
        publish(JobStatus.RUNNING, null);
        awaitStatus("TRAINING");

        publish(JobStatus.FAILED, "worker was killed");

        awaitStatus("DRAFT");
        alice.get("/api/v1/models/" + model + "/activity")
                .then()
                .body("items[0].action", equalTo("TRAINING_ENDED"))
                .body("items[0].actor", equalTo("training"))
                .body("items[0].reason", containsString("worker was killed"));
    }

    @Test
    void jobsOfModelsThatAreGoneHoldNothingUp() {
        TestEvents.publish(new TrainingJobChanged(
                job, UUID.randomUUID(), "alice", JobStatus.RUNNING, 1, null, null, null, Instant.now()));

        publish(JobStatus.RUNNING, null);

        awaitStatus("TRAINING");
    }

    private void publish(JobStatus status, String reason) {
        TestEvents.publish(new TrainingJobChanged(
                job, UUID.fromString(model), "alice", status, 1, null, null, reason, Instant.now()));
    }

    private void awaitStatus(String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> alice.get("/api/v1/models/" + model).then().body("status", equalTo(status)));
    }
}

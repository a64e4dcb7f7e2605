package io.tradewind.training.execution;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.kit.runtime.ContextRunner;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.RegistryServer;
import io.tradewind.training.support.TrainingService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of jobs when workers, services and the registry do not do as they should. */
@QuarkusTest
@TrainingService
class JobExecutionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Inject
    Pool pool;

    @Inject
    ContextRunner contexts;

    private Api alice;

    @BeforeEach
    void importCandles() {
        RegistryServer.away(false);
        RegistryServer.losingCompletions(false);
        alice = new Api(base, TestTokens.user("alice"));
        alice.upload(CandleFiles.importPath("EXEC", "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(2_000)))
                .expect(200);
    }

    @Test
    void endsARunningJobWithinTwoSecondsOfItsCancel() {
        // Given
        String id = endless();
        worker(id, 1);

        // When
        long began = System.nanoTime();
        alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);
        JsonNode job = alice.jobOnce(id, "CANCELLED");

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(job.path("reason").asText()).isEqualTo("cancelled by alice");
        assertThat(findWorker(id, 1)).isEmpty();
        alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);
    }

    @Test
    void triesAJobAgainWhoseWorkerWasKilledAndGivesItUpInTheEnd() {
        // Given
        String id = endless();

        // When
        worker(id, 1).destroyForcibly();
        ProcessHandle second = worker(id, 2);
        JsonNode retried = alice.job(id);
        second.destroyForcibly();
        JsonNode job = alice.jobOnce(id, "FAILED");

        // Then
        assertThat(retried.path("status").asText()).isEqualTo("RUNNING");
        assertThat(job.path("attempt").asInt()).isEqualTo(2);
        assertThat(job.path("reason").asText())
                .isEqualTo("the worker process was killed by signal 9; given up after 2 lost attempts");
    }

    @Test
    void goesOnWithTheEpochAfterTheOneAKilledWorkerFinished() {
        // Given
        RegistryServer.Model model = RegistryServer.model("alice", "MLP", Map.of("units", List.of(8)), "EXEC");
        String id = submit(model, 10_000);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.job(id).path("progress").path("epoch").asInt() >= 3);

        // When
        worker(id, 1).destroyForcibly();
        JsonNode resumed = Awaitility.await().atMost(PATIENCE).until(() -> epochs(id, 2), epochs -> epochs.size() > 0);
        alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);
        alice.jobOnce(id, "CANCELLED");

        // Then
        assertThat(resumed.get(0).path("epoch").asInt()).isGreaterThan(3);
    }

    private JsonNode epochs(String id, int attempt) {
        return alice.get("/api/v1/training-jobs/" + id + "/epochs?attempt=" + attempt)
                .expect(200);
    }

    @Test
    void picksUpAJobWhoseServiceIsGone() throws Exception {
        // Given
        String id = endless();
        worker(id, 1);

        // When
        sql("UPDATE training_job SET lease_owner = 'a service that is gone', lease_until = now() WHERE id = $1", id);

        // Then
        worker(id, 2);
        Awaitility.await().atMost(PATIENCE).until(() -> findWorker(id, 1).isEmpty());
        assertThat(alice.job(id).path("attempt").asInt()).isEqualTo(2);
        alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);
        alice.jobOnce(id, "CANCELLED");
    }

    @Test
    void waitsForARegistryThatIsAway() {
        // Given
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC");
        String id = submit(model, 5);
        RegistryServer.away(true);
        int before = RegistryServer.callsWhileAway();

        // When
        Awaitility.await().atMost(PATIENCE).until(() -> RegistryServer.callsWhileAway() > before + 2);
        JsonNode waiting = alice.job(id);
        RegistryServer.away(false);
        JsonNode job = alice.ended(id);

        // Then
        assertThat(waiting.path("status").asText()).isEqualTo("RUNNING");
        assertThat(waiting.path("phase").asText()).isEqualTo("registering");
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void cancelsAJobThatWaitsForTheRegistry() {
        // Given
        String id = submit(RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC"), 5);
        RegistryServer.away(true);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.job(id).path("phase").asText().equals("registering"));

        // When
        alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);

        // Then
        alice.jobOnce(id, "CANCELLED");
    }

    @Test
    void makesOneVersionThoughTheAnswerToItsCompletionIsLost() {
        // Given
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC");
        RegistryServer.losingCompletions(true);
        String id = submit(model, 5);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> model.versions().containsKey(1)
                        && model.versions().get(1).status().equals("READY"));

        // When
        RegistryServer.losingCompletions(false);
        JsonNode job = alice.ended(id);

        // Then
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
        assertThat(model.versions()).hasSize(1);
    }

    @Test
    void takesOverTheVersionAnEarlierAttemptCompleted() throws Exception {
        // Given
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC");
        String id = submit(model, 5);
        String digest = alice.jobOnce(id, "SUCCEEDED").path("bundleDigest").asText();

        // When
        sql("""
                UPDATE training_job SET status = 'RUNNING', lease_owner = 'a service that is gone', lease_until = now(),
                    finished_at = NULL, model_version = NULL, bundle_digest = NULL, metrics = NULL WHERE id = $1
                """, id);
        JsonNode job = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> alice.job(id),
                        seen -> seen.path("attempt").asInt() == 2
                                && seen.path("status").asText().equals("SUCCEEDED"));

        // Then
        assertThat(job.path("bundleDigest").asText()).isEqualTo(digest);
        assertThat(job.path("metrics").path("rows").asInt()).isPositive();
        assertThat(model.versions()).hasSize(1);
    }

    @Test
    void failsAJobWhoseCandlesTurnOutTooFew() throws Exception {
        // Given
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC");
        String blocker1 = endless();
        String blocker2 = endless();
        String id = submit(model, 5);
        sql("UPDATE training_job SET spec = jsonb_set(spec, '{to}', spec -> 'from') WHERE id = $1", id);

        // When
        alice.post("/api/v1/training-jobs/" + blocker1 + "/cancel", Map.of()).expect(202);
        JsonNode job = alice.ended(id);
        alice.post("/api/v1/training-jobs/" + blocker2 + "/cancel", Map.of()).expect(202);
        alice.jobOnce(blocker2, "CANCELLED");

        // Then
        assertThat(job.path("status").asText()).isEqualTo("FAILED");
        assertThat(job.path("reason").asText()).contains("at least 63").contains("there are 1");
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void cancelsAJobThatStillWaits() {
        // Given
        List<String> blockers = List.of(endless(), endless());
        String id = endless();

        // When
        JsonNode job =
                alice.post("/api/v1/training-jobs/" + id + "/cancel", Map.of()).expect(202);

        // Then
        assertThat(job.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(job.path("attempt").asInt()).isZero();
        for (String blocker : blockers) {
            alice.post("/api/v1/training-jobs/" + blocker + "/cancel", Map.of()).expect(202);
            alice.jobOnce(blocker, "CANCELLED");
        }
    }

    private String endless() {
        return submit(RegistryServer.model("alice", "XGBOOST", Map.of(), "EXEC"), 10_000);
    }

    private String submit(RegistryServer.Model model, int epochs) {
        return alice.post(
                        "/api/v1/training-jobs",
                        Map.of("modelId", model.id(), "timeframe", "1h", "epochs", epochs, "patience", 10_000))
                .expect(202)
                .path("id")
                .asText();
    }

    private static ProcessHandle worker(String jobId, int attempt) {
        return Awaitility.await("worker " + attempt + " of " + jobId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> findWorker(jobId, attempt), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<ProcessHandle> findWorker(String jobId, int attempt) {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains(jobId + "-" + attempt))
                .findFirst();
    }

    private void sql(String statement, String jobId) throws ExecutionException, InterruptedException {
        Integer updated = contexts.await(
                () -> pool.preparedQuery(statement)
                        .execute(Tuple.of(UUID.fromString(jobId)))
                        .map(rows -> rows.rowCount()),
                null,
                Duration.ofSeconds(5));
        assertThat(updated).isEqualTo(1);
    }
}

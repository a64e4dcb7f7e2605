package io.tradewind.training;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingJobChanged;
import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.testkit.TestEvents;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.RegistryServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job through the whole service: a file of candles in, a READY version out, events on the broker. */
abstract class TrainingFlow {

    private static final int CANDLES = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI base;

    @Test
    void trainsOnAnImportedFileAndRegistersWhatCameOfIt() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));
        String symbol = "FLOW" + UUID.randomUUID().toString().substring(0, 8);
        alice.upload(CandleFiles.importPath(symbol, "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(CANDLES)))
                .expect(200);
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of("maxDepth", 3), symbol);

        // When
        String id = alice.post("/api/v1/training-jobs", Map.of("modelId", model.id(), "timeframe", "1h", "epochs", 8))
                .expect(202)
                .path("id")
                .asText();
        JsonNode job = alice.ended(id);

        // Then
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
        assertThat(job.path("modelVersion").asInt()).isEqualTo(1);
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(job.path("metrics").path("rows").asInt()).isPositive();
        assertThat(job.path("metrics").path("gates").path("checks")).isNotEmpty();
        RegistryServer.Version version = model.versions().get(1);
        assertThat(version.status()).isEqualTo("READY");
        assertThat(version.digest()).isEqualTo(job.path("bundleDigest").asText());
        assertThat(version.files()).containsKeys("manifest.json", "model.json", "evaluation.json", "reference.json");
        assertThat(published(UUID.fromString(id)))
                .extracting(TrainingJobChanged::status)
                .containsExactly(JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.SUCCEEDED);
        TrainingProgressed last = TestEvents.read(
                TrainingProgressed.class, event -> event.jobId().toString().equals(id), PATIENCE);
        assertThat(last.epochs()).isEqualTo(8);
    }

    @Test
    void publishesWhatWasImportedAsHistoryInTheOrderOfItsTimes() {
        // Given
        Api alice = new Api(base, TestTokens.user("alice"));
        String symbol = "PUB" + UUID.randomUUID().toString().substring(0, 8);

        // When
        String importId = alice.upload(
                        CandleFiles.importPath(symbol, "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(2_500)))
                .expect(200)
                .path("importId")
                .asText();
        Awaitility.await().atMost(PATIENCE).until(() -> alice.get("/api/v1/candle-imports/" + importId)
                .expect(200)
                .path("complete")
                .asBoolean());

        // Then
        List<CandleClosed> candles = TestEvents.readAll(Topic.CANDLES).stream()
                .map(CandleClosed.class::cast)
                .filter(candle -> candle.symbol().equals(symbol))
                .toList();
        assertThat(candles).hasSize(2_500);
        assertThat(candles).extracting(CandleClosed::openTime).isSorted();
        assertThat(candles).extracting(CandleClosed::origin).containsOnly(CandleOrigin.BACKFILL);
        assertThat(alice.get("/api/v1/candle-imports/" + importId)
                        .expect(200)
                        .path("published")
                        .asLong())
                .isEqualTo(2_500);
    }

    private static List<TrainingJobChanged> published(UUID jobId) {
        TestEvents.read(
                TrainingJobChanged.class,
                event -> event.jobId().equals(jobId) && event.status() == JobStatus.SUCCEEDED,
                PATIENCE);
        return TestEvents.readAll(Topic.TRAINING).stream()
                .filter(TrainingJobChanged.class::isInstance)
                .map(TrainingJobChanged.class::cast)
                .filter(event -> event.jobId().equals(jobId))
                .toList();
    }
}

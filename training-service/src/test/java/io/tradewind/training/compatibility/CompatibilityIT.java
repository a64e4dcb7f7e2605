package io.tradewind.training.compatibility;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tradewind.testkit.TestTokens;
import io.tradewind.training.support.Api;
import io.tradewind.training.support.CandleFiles;
import io.tradewind.training.support.RegistryServer;
import io.tradewind.training.support.TrainingService;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TrainingService
class CompatibilityIT {

    @TestHTTPResource("/")
    URI base;

    @Test
    void trainsAndShowsProgressUnderTheEarlierPaths() {
        // Given
        RegistryServer.away(false);
        Api alice = new Api(base, TestTokens.user("alice"));
        alice.upload(CandleFiles.importPath("OLD", "1h"), "text/csv", CandleFiles.csv(CandleFiles.market(1_200)))
                .expect(200);
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "OLD", "ELSE");
        String status = "/api/production-ml/models/" + model.id() + "/training-status";

        // When
        JsonNode before = alice.get(status).expect(200);
        JsonNode started = alice.post(
                        "/api/production-ml/models/" + model.id() + "/train",
                        Map.of(
                                "timeframe",
                                "1h",
                                "epochs",
                                4,
                                "batchSize",
                                32,
                                "validationSplit",
                                0.2,
                                "earlyStopping",
                                true,
                                "patience",
                                15))
                .expect(202);
        JsonNode job = alice.ended(started.path("jobId").asText());
        JsonNode after = alice.get(status).expect(200);

        // Then
        assertThat(before.path("status").asText()).isEqualTo("not_started");
        assertThat(started.path("success").asBoolean()).isTrue();
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
        assertThat(job.path("spec").path("plan").path("validationShare").asDouble())
                .isEqualTo(0.17);
        assertThat(after.path("status").asText()).isEqualTo("completed");
        assertThat(after.path("progress").asDouble()).isEqualTo(100);
        assertThat(after.path("totalEpochs").asInt()).isEqualTo(4);
        assertThat(after.path("version").asInt()).isEqualTo(1);
        assertThat(alice.as(TestTokens.user("bob")).get(status).status()).isEqualTo(404);
    }

    @Test
    void trainsTheModelNamedInTheBody() {
        // Given
        RegistryServer.away(false);
        Api alice = new Api(base, TestTokens.user("alice"));
        RegistryServer.Model model = RegistryServer.model("alice", "XGBOOST", Map.of(), "NOTHING");

        // When, Then
        assertThat(alice.post("/api/ml/train", Map.of("epochs", 3))
                        .expect(400)
                        .path("detail")
                        .asText())
                .contains("modelId");
        assertThat(alice.post("/api/ml/train", Map.of("modelId", model.id(), "timeframe", "1h", "earlyStopping", false))
                        .expect(422)
                        .path("candles")
                        .asInt())
                .isZero();
        alice.post("/api/ml/train", Map.of("modelId", UUID.randomUUID(), "timeframe", "1h"))
                .expect(404);
    }
}

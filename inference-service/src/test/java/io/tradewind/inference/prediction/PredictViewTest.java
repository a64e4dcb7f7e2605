package io.tradewind.inference.prediction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PredictViewTest {

    private static PredictionMade made(List<Double> outputs) {
        return new PredictionMade(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                null,
                "alice",
                null,
                null,
                null,
                null,
                1,
                "RETURN",
                outputs,
                Direction.UP,
                0.6,
                outputs.getFirst(),
                PredictionSource.MODEL,
                10,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private static JsonNode row(List<Double> spread) {
        var said = new PredictView.Spread(List.of("expectedReturn_1", "expectedReturn_5"), spread);
        PredictView view =
                PredictView.of(List.of(made(List.of(0.01, 0.02))), List.of(said), PredictView.Confidence.SHOWN, 5);
        return JsonMapper.builder()
                .findAndAddModules()
                .build()
                .valueToTree(view)
                .path("predictions")
                .path(0);
    }

    @Test
    void namesOutputsAndAnEnsemblesSpread() {
        JsonNode row = row(List.of(0.001, 0.002));

        assertThat(row.path("outputsByName").path("expectedReturn_5").asDouble())
                .isEqualTo(0.02);
        assertThat(row.path("outputs").path(1).asDouble()).isEqualTo(0.02);
        assertThat(row.path("spread").path("expectedReturn_1").asDouble()).isEqualTo(0.001);
    }

    @Test
    void aSingleModelHasNoSpread() {
        assertThat(row(List.of()).has("spread")).isFalse();
    }
}

package io.tradewind.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job from one command, twice on the same data. */
@ExtendWith(FleetExtension.class)
class DemoIT {

    @TempDir
    Path directory;

    @Test
    void doesTheMainJobAndDoesItAgainOnTheKeptData(Fleet fleet) throws IOException {
        // When
        JsonNode first = demo(fleet, "first.json");
        JsonNode second = demo(fleet, "second.json");

        // Then
        for (JsonNode report : new JsonNode[] {first, second}) {
            assertThat(report.path("predictions").path("sent").asLong()).isPositive();
            assertThat(report.path("predictions").path("joined").asLong())
                    .isEqualTo(report.path("predictions").path("due").asLong());
            assertThat(report.path("experiment").path("arms").size()).isEqualTo(2);
            assertThat(report.path("models").size()).isEqualTo(2);
        }
        assertThat(modelIds(second)).hasSize(2).doesNotContainAnyElementsOf(modelIds(first));
        assertThat(second.path("predictions").path("sent").asLong())
                .isEqualTo(first.path("predictions").path("sent").asLong());
    }

    private static List<String> modelIds(JsonNode report) {
        List<String> ids = new ArrayList<>();
        report.path("models").forEach(model -> ids.add(model.path("id").asText()));
        return ids;
    }

    private JsonNode demo(Fleet fleet, String name) throws IOException {
        Path report = directory.resolve(name);
        fleet.run(Duration.ofMinutes(6), "demo", "--rows", "2500", "--epochs", "2", "--report", report.toString())
                .orFail();
        return new ObjectMapper().readTree(report.toFile());
    }
}

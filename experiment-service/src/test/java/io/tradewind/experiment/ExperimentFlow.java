package io.tradewind.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.experiment.ExperimentChanged;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.testkit.TestEvents;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The whole path: HTTP to a row to an event on the broker, and events from the broker to results over HTTP. */
abstract class ExperimentFlow {

    private final Lab lab = Lab.someone();

    @Test
    void comparesTwoArmsFromStartToConclusion() {
        // Given
        UUID experiment = lab.running(100);
        ExperimentChanged published = TestEvents.read(
                ExperimentChanged.class,
                event -> event.experimentId().equals(experiment) && event.status() == ExperimentStatus.RUNNING,
                Duration.ofSeconds(20));

        // When
        TestEvents.publish(shuffled(experiment));

        // Then
        assertThat(published.variants())
                .extracting(ExperimentChanged.Variant::name)
                .containsExactly("a", "b");
        Lab.eventually(() -> {
            JsonPath results = lab.results(experiment);
            assertThat(results.getList("variants.outcomes")).containsExactly(200, 200);
            assertThat(results.getList("variants.accuracy.mean", Double.class)).containsExactly(0.5, 0.65);
            assertThat(results.getString("conclusion.winner")).isEqualTo("treatment");
        });
        JsonPath stopped = lab.post("/api/v1/experiments/" + experiment + "/stop", Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(stopped.getString("status")).isEqualTo("STOPPED");
        assertThat(stopped.getString("conclusion.variant")).isEqualTo("b");
        assertThat(stopped.getDouble("conclusion.expectedLift")).isCloseTo(0.15, within(1e-9));
    }

    /** Arm a is right in 100 of 200, arm b in 130 of 200; every event twice, outcomes often before their prediction. */
    private static List<Event> shuffled(UUID experiment) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean control = i % 2 == 0;
            PredictionMade prediction = Lab.prediction(experiment, control ? "a" : "b", "unit-" + i);
            double actualReturn = i / 2 < (control ? 100 : 130) ? 0.01 : -0.01;
            events.add(prediction);
            events.add(Lab.outcome(prediction, actualReturn));
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(7));
        return events;
    }
}

package io.tradewind.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.learning.reference.ReferenceProfile;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.Examples;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import io.tradewind.testkit.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class DriftIT {

    private final Api alice = Api.user("alice");

    @Test
    void scoresAQuietFeatureLowAndAShiftedOneHigh() throws JsonProcessingException {
        // Given: two standard normal features in training
        UUID model = Api.model("alice");
        FakeRegistry.put(model, 1, "reference.json", reference());

        // When: the second one has moved by two standard deviations
        TestEvents.publish(observations(model, 400));
        awaitStatus(model, "SCORED");
        Awaitility.await().atMost(Examples.LIMIT).until(() -> drift(model).getLong("rows") == 400);

        // Then
        JsonPath drift = drift(model);
        assertThat(drift.getString("features[0].name")).isEqualTo("shifted");
        assertThat(drift.getDouble("features[0].psi")).isGreaterThan(1);
        assertThat(drift.getDouble("features[1].psi")).isLessThan(0.1);
        assertThat(drift.getDouble("predictionDriftScore")).isGreaterThan(1);
        assertThat(drift.getString("performanceDriftScore")).isNull();
    }

    @Test
    void tooFewRowsAreAStateOfTheirOwn() throws JsonProcessingException {
        // Given
        UUID model = Api.model("alice");
        FakeRegistry.put(model, 1, "reference.json", reference());

        // When
        TestEvents.publish(observations(model, 20));
        awaitStatus(model, "NOT_ENOUGH_DATA");
        Awaitility.await().atMost(Examples.LIMIT).until(() -> drift(model).getLong("rows") == 20);

        // Then
        JsonPath drift = drift(model);
        assertThat(drift.getString("reason")).isEqualTo("20 rows, at least 100 are needed");
        assertThat(drift.getString("featureDriftScore")).isNull();
    }

    @Test
    void aVersionWithoutAReferenceSaysSoAndStillCounts() {
        // Given
        UUID model = Api.model("alice");

        // When
        TestEvents.publish(observations(model, 5));
        awaitStatus(model, "NO_REFERENCE");

        // Then
        alice.awaitCoverage(model, 5, 0);
    }

    @Test
    void keepsLookingForAReferenceItCouldNotRead() {
        // Given
        UUID model = Api.model("alice");
        FakeRegistry.put(model, 1, "reference.json", "{\"features\": 3}");

        // When
        TestEvents.publish(observations(model, 5));
        alice.awaitCoverage(model, 5, 0);

        // Then
        awaitStatus(model, "REFERENCE_PENDING");
    }

    @Test
    void aModelThatNeverPredictedHasNoDrift() {
        alice.get("/api/v1/models/" + Api.model("alice") + "/drift").statusCode(404);
    }

    private void awaitStatus(UUID model, String status) {
        Awaitility.await()
                .atMost(Examples.LIMIT)
                .ignoreExceptions()
                .until(() -> status.equals(alice.get("/api/v1/models/" + model + "/drift")
                        .extract()
                        .path("status")));
    }

    private JsonPath drift(UUID model) {
        return alice.read("/api/v1/models/" + model + "/drift?version=1");
    }

    private static List<Event> observations(UUID model, int rows) {
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            events.add(Examples.prediction(model, "alice")
                    .says(Direction.UP, 0.99)
                    .features(random.nextGaussian(), 2 + random.nextGaussian())
                    .made());
        }
        return events;
    }

    private static String reference() throws JsonProcessingException {
        Random random = new Random(3);
        double[] normal =
                random.doubles(5_000).map(any -> random.nextGaussian()).toArray();
        double[] even = random.doubles(5_000).toArray();
        ReferenceProfile profile = new ReferenceProfile(
                List.of(
                        ReferenceProfile.distribution("quiet", normal),
                        ReferenceProfile.distribution("shifted", normal)),
                List.of(ReferenceProfile.distribution("down", even), ReferenceProfile.distribution("up", even)));
        return new ObjectMapper().writeValueAsString(profile);
    }
}

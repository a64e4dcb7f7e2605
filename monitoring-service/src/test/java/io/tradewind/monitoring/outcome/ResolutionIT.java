package io.tradewind.monitoring.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.monitoring.Api;
import io.tradewind.monitoring.Examples;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.testkit.EmbeddedBackends;
import io.tradewind.testkit.TestEvents;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class ResolutionIT {

    private static final long T = 480_000 * Examples.HOUR;

    @Inject
    OutcomeResolution resolution;

    private final Api alice = Api.user("alice");
    private final String symbol = "GAPS" + UUID.randomUUID();

    @Test
    void countsTheCandlesThatAreThereWhenSomeAreMissing() {
        // Given: no candle at hours 1 and 4
        UUID model = Api.model("alice");
        TestEvents.publish(candle(0, 100), candle(2, 110), candle(3, 120), candle(5, 90));
        PredictionMade one = prediction(model, 0, 1);
        PredictionMade two = prediction(model, 0, 2);
        PredictionMade three = prediction(model, 0, 3);
        PredictionMade four = prediction(model, 0, 4);

        // When: the predictions come after their candles
        TestEvents.publish(one, two, three, four);

        // Then: the third that follows is the one at hour 5, and a fourth is not known yet
        assertThat(outcome(one).actualReturn()).isCloseTo(0.10, within(1e-12));
        assertThat(outcome(two).actualReturn()).isCloseTo(0.20, within(1e-12));
        assertThat(outcome(three).actualReturn()).isCloseTo(-0.10, within(1e-12));
        assertThat(outcome(three).actualDirection()).isEqualTo(Direction.DOWN);
        alice.awaitCoverage(model, 4, 3);
        TestEvents.publish(candle(6, 100));
        assertThat(outcome(four).actualDirection()).isEqualTo(Direction.FLAT);
        alice.awaitCoverage(model, 4, 4);
    }

    @Test
    void takesTheCloseOfItsOwnCandleWhereThePredictionHasNoPrice() {
        // Given
        UUID model = Api.model("alice");
        PredictionMade prediction = withoutPrice(prediction(model, 0, 1));

        // When: the candles come after the prediction
        TestEvents.publish(prediction);
        alice.awaitCoverage(model, 1, 0);
        TestEvents.publish(candle(0, 200), candle(1, 210));

        // Then
        assertThat(outcome(prediction).actualReturn()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void publishesEachOutcomeOnceHoweverManyLookForIt() {
        // Given
        UUID model = Api.model("alice");
        List<Event> predictions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            predictions.add(prediction(model, 0, 1));
        }
        TestEvents.publish(predictions);
        alice.awaitCoverage(model, 200, 0);

        // When: the consumer and several sweeps at once
        TestEvents.publish(candle(0, 100), candle(1, 101));
        List<Uni<Void>> sweeps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sweeps.add(resolution.sweep());
        }
        Uni.join().all(sweeps).andFailFast().await().atMost(Examples.LIMIT);
        alice.awaitCoverage(model, 200, 200);

        // Then
        List<UUID> ids = predictions.stream()
                .map(event -> ((PredictionMade) event).predictionId())
                .toList();
        assertThat(TestEvents.readAll(Topic.OUTCOMES).stream()
                        .map(event -> ((OutcomeObserved) event).predictionId())
                        .filter(ids::contains))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private static OutcomeObserved outcome(PredictionMade prediction) {
        return TestEvents.read(
                OutcomeObserved.class,
                outcome -> outcome.predictionId().equals(prediction.predictionId()),
                Examples.LIMIT);
    }

    private Event candle(int hour, double close) {
        return Examples.candle(symbol, T + hour * Examples.HOUR, close);
    }

    private PredictionMade prediction(UUID model, int hour, int horizon) {
        return Examples.prediction(model, "alice")
                .on(symbol, T + hour * Examples.HOUR, 100)
                .horizon(horizon)
                .made();
    }

    private static PredictionMade withoutPrice(PredictionMade made) {
        return new PredictionMade(
                made.predictionId(),
                made.modelId(),
                made.modelVersion(),
                null,
                made.owner(),
                made.symbol(),
                made.timeframe(),
                made.candleOpenTime(),
                null,
                made.horizonBars(),
                made.task(),
                made.outputs(),
                made.direction(),
                made.confidence(),
                null,
                made.source(),
                made.latencyMicros(),
                null,
                null,
                null,
                made.occurredAt());
    }
}

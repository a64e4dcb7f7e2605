package io.tradewind.monitoring.prediction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.event.Event;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.monitoring.Examples;
import io.tradewind.monitoring.FakeRegistry;
import io.tradewind.monitoring.statistics.Performance;
import io.tradewind.monitoring.statistics.PerformanceWindows;
import io.tradewind.monitoring.statistics.Selection;
import io.tradewind.testkit.EmbeddedBackends;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The join on a real database: the same events give the same figures, however they come. */
@QuarkusTest
@WithTestResource(value = EmbeddedBackends.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeRegistry.class, scope = TestResourceScope.GLOBAL)
class JoinIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long FIRST_CANDLE = 480_000 * Examples.HOUR;

    @Inject
    JoinService join;

    @Inject
    PerformanceWindows windows;

    @Inject
    PredictionLedger ledger;

    @Inject
    Pool pool;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyOrderDuplicatesAndReplaysGiveTheFiguresOfTheStraightOrder(long seed) {
        // Given: what a model said and what came of it, first straight ...
        Random random = new Random(seed);
        List<Event> straight = events(UUID.randomUUID(), seed);
        List<Event> events = events(UUID.randomUUID(), seed);
        deliver(straight, straight.size());

        // When: ... then shuffled, with duplicates, in small batches of both kinds, two at a time, and all of it again
        List<Event> delivered = new ArrayList<>(events);
        delivered.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(delivered, random);
        deliver(delivered, 1 + random.nextInt(40));
        deliver(events, 50);

        // Then
        for (String variant : List.of("", "control", "treatment")) {
            assertThat(performance(events, variant)).isEqualTo(performance(straight, variant));
        }
        Performance all = performance(events, null);
        assertThat(all).isEqualTo(performance(straight, null));
        assertThat(all.predictions()).isEqualTo(120);
        assertThat(all.joined()).isEqualTo(110);
    }

    @Test
    void figuresAreThoseOfAHandWrittenLedger() {
        // Given: four bars, the third without a prediction; 10 % up, 20 % down, 5 % up
        UUID model = UUID.randomUUID();
        List<Event> events = new ArrayList<>();
        add(events, model, 0, Direction.UP, 0.8, 0.10);
        add(events, model, 1, Direction.UP, 0.6, -0.20);
        add(events, model, 3, Direction.DOWN, 0.9, -0.05);

        // When
        deliver(events, 10);
        Performance performance = performance(events, null);

        // Then: returns 0.10, -0.20, 0 and 0.05 on four bars
        assertThat(performance.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(performance.winRate()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(performance.totalProfit()).isCloseTo(-0.05, within(1e-12));
        assertThat(performance.profitFactor()).isCloseTo(0.75, within(1e-12));
        assertThat(performance.highConfidenceAccuracy()).isEqualTo(1.0);
        double mean = -0.05 / 4;
        double variance = (0.01 + 0.04 + 0.0025 - 4 * mean * mean) / 3;
        assertThat(performance.sharpeRatio()).isCloseTo(mean / Math.sqrt(variance) * Math.sqrt(365 * 24), within(1e-9));
        assertThat(performance.maxDrawdown()).isCloseTo(0.20, within(1e-12));
    }

    @Test
    void drawdownCountsALossOfTheFirstTradeFromTheOpeningCapital() {
        // Given
        UUID model = UUID.randomUUID();
        List<Event> events = new ArrayList<>();
        add(events, model, 0, Direction.UP, 0.8, -0.25);
        add(events, model, 1, Direction.UP, 0.8, 0.10);

        // When
        deliver(events, 10);

        // Then
        assertThat(performance(events, null).maxDrawdown()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void windowsSelectByTimeOfThePredictionNotOfTheOutcome() {
        // Given: 120 predictions a minute apart
        List<Event> events = events(UUID.randomUUID(), 99);
        deliver(events, 30);
        UUID model = ((PredictionMade) events.getFirst()).modelId();

        // When
        Performance firstHour = windows.performance(new Selection(model, 1, null, START, START.plusSeconds(3600)))
                .await()
                .atMost(LIMIT);
        Performance rest = windows.performance(new Selection(model, 1, null, START.plusSeconds(3600), null))
                .await()
                .atMost(LIMIT);

        // Then
        assertThat(firstHour.predictions()).isEqualTo(60);
        assertThat(rest.predictions()).isEqualTo(60);
    }

    @Test
    void believesAReportedOutcomeOnlyOfThePredictionsOwner() {
        // Given: somebody else reported before the prediction was there, and the fleet found out after it
        UUID model = UUID.randomUUID();
        PredictionMade prediction =
                Examples.prediction(model, "alice").at(START).made();
        OutcomeObserved forged =
                new OutcomeObserved(prediction.predictionId(), -0.5, Direction.DOWN, null, null, START, "mallory");
        OutcomeObserved own =
                new OutcomeObserved(prediction.predictionId(), 0.1, Direction.UP, null, null, START, "alice");

        // When
        deliver(List.of(forged), 1);
        deliver(List.of(prediction), 1);
        deliver(List.of(forged), 1);
        Performance before = performance(List.of(prediction), null);
        deliver(List.of(own), 1);
        Performance after = performance(List.of(prediction), null);

        // Then
        assertThat(before.joined()).isZero();
        assertThat(after.joined()).isEqualTo(1);
        assertThat(after.accuracy()).isEqualTo(1.0);
    }

    @Test
    void forgetsPredictionsByIdWhenTheyExpireButKeepsTheirFigures() {
        // Given
        UUID model = UUID.randomUUID();
        PredictionMade old = Examples.prediction(model, "alice")
                .at(Instant.parse("2001-01-01T00:00:00Z"))
                .made();
        deliver(List.of(old), 1);

        // When
        Integer gone = ledger.expire(Instant.parse("2001-01-02T00:00:00Z"), 100)
                .await()
                .atMost(LIMIT);

        // Then
        assertThat(gone).isEqualTo(1);
        assertThat(performance(List.of(old), null).predictions()).isEqualTo(1);
    }

    /** Assertions are on in tests: arithmetic on the event loop these transactions run on would fail them. */
    @Test
    void countsAFullBatchOnceAndOffTheEventLoop() {
        // Given
        UUID model = UUID.randomUUID();
        List<Event> batch = new ArrayList<>();
        for (int bar = 0; bar < 2_000; bar++) {
            add(batch, model, bar, Direction.UP, 0.8, bar % 2 == 0 ? 0.01 : -0.01);
        }

        // When
        deliver(batch, batch.size());

        // Then
        Performance performance = performance(batch, null);
        assertThat(performance.predictions()).isEqualTo(2_000);
        assertThat(performance.joined()).isEqualTo(2_000);
        assertThat(performance.accuracy()).isEqualTo(0.5);
    }

    private static List<Event> events(UUID model, long seed) {
        Random random = new Random(seed);
        String[] variants = {null, "control", "treatment"};
        List<Event> predictions = new ArrayList<>();
        List<Event> outcomes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            PredictionMade prediction = Examples.prediction(model, "alice")
                    .on("ANY-" + model, FIRST_CANDLE + i * Examples.HOUR, 100)
                    .horizon(1 + i % 3)
                    .says(Direction.values()[random.nextInt(3)], random.nextDouble())
                    .after(1 + random.nextInt(20_000))
                    .in(variants[random.nextInt(3)])
                    .at(START.plusSeconds(60L * i))
                    .made();
            predictions.add(prediction);
            double move = random.nextGaussian() / 50;
            if (i % 12 != 5) {
                outcomes.add(new OutcomeObserved(
                        prediction.predictionId(),
                        move,
                        move > 0 ? Direction.UP : Direction.DOWN,
                        i % 7 == 0 ? (Double) (move / 2) : null,
                        null,
                        START.plusSeconds(7200)));
            }
        }
        predictions.addAll(outcomes);
        return predictions;
    }

    private static void add(
            List<Event> events, UUID model, int bar, Direction direction, double confidence, double move) {
        PredictionMade prediction = Examples.prediction(model, "alice")
                .on("HAND-" + model, FIRST_CANDLE + bar * Examples.HOUR, 100)
                .says(direction, confidence)
                .at(START)
                .made();
        events.add(prediction);
        Direction actual = move > 0 ? Direction.UP : Direction.DOWN;
        events.add(new OutcomeObserved(prediction.predictionId(), move, actual, null, null, START));
    }

    /** Both consumers of two replicas at work at once, on the same events. */
    private void deliver(List<Event> events, int batch) {
        for (int from = 0; from < events.size(); from += batch) {
            List<Event> part = events.subList(from, Math.min(from + batch, events.size()));
            Uni<Void> predictions = pool.withTransaction(tx -> join.takePredictions(
                    tx, only(PredictionMade.class, part.stream()).toList()));
            Uni<Void> outcomes = pool.withTransaction(tx -> join.takeOutcomes(
                    tx, only(OutcomeObserved.class, part.stream()).toList()));
            Uni.join()
                    .all(predictions, outcomes, outcomes, predictions)
                    .andFailFast()
                    .await()
                    .atMost(LIMIT);
        }
    }

    private static <E> Stream<E> only(Class<E> kind, Stream<Event> events) {
        return events.filter(kind::isInstance).map(kind::cast);
    }

    private Performance performance(List<? extends Event> events, @Nullable String variant) {
        UUID model = events.stream()
                .filter(PredictionMade.class::isInstance)
                .map(event -> ((PredictionMade) event).modelId())
                .findFirst()
                .orElseThrow();
        return windows.performance(new Selection(model, 1, variant, null, null))
                .await()
                .atMost(LIMIT);
    }
}

package io.tradewind.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.kit.app.Broker;
import io.tradewind.kit.app.KitBackends;
import io.tradewind.kit.app.Outcomes;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(KitBackends.class)
class InboxIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    InboxParts parts;

    @Inject
    Pool pool;

    @Inject
    Broker broker;

    private final List<InboxLoop> loops = new ArrayList<>();
    private final String group = "g" + UUID.randomUUID();
    private final UUID mine = UUID.randomUUID();

    @AfterEach
    void stopLoops() {
        loops.forEach(InboxLoop::wakeUp);
        loops.forEach(InboxLoop::join);
    }

    private InboxLoop consume(BatchHandler handler) {
        InboxLoop loop =
                InboxLoop.start(parts, new Subscription(group, Set.of(Topic.OUTCOMES), handler, Redelivery.DROPPED));
        loops.add(loop);
        return loop;
    }

    /** Writes down what it is given, as far as this test published it. */
    private Uni<Void> record(SqlConnection transaction, List<Received> events) {
        List<Tuple> rows = new ArrayList<>();
        for (Received received : events) {
            OutcomeObserved outcome = (OutcomeObserved) received.event();
            if (String.valueOf(outcome.tradeId()).startsWith(mine.toString())) {
                rows.add(Tuple.of(
                        group, outcome.predictionId(), outcome.tradeId().substring(37)));
            }
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("insert into effect (consumer, prediction, trade) values ($1, $2, $3)")
                        .executeBatch(rows)
                        .replaceWithVoid();
    }

    private boolean holds(List<Received> events, String text) {
        return events.stream()
                .anyMatch(received -> (mine + "/" + text).equals(((OutcomeObserved) received.event()).tradeId()));
    }

    private List<String> effects() {
        return StreamSupport.stream(
                        pool.preparedQuery("select trade from effect where consumer = $1 order by id")
                                .executeAndAwait(Tuple.of(group))
                                .spliterator(),
                        false)
                .map(row -> row.getString("trade"))
                .toList();
    }

    private void publish(UUID prediction, String text, String eventId) {
        broker.publish(Outcomes.outcome(prediction, mine + "/" + text), eventId);
    }

    private void awaitEffects(String... expected) {
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(effects())
                .containsExactly(expected));
    }

    @Test
    void appliesAnEventPublishedTwiceOnce() {
        UUID prediction = UUID.randomUUID();
        publish(prediction, "one", mine + "-1");
        publish(prediction, "one", mine + "-1");
        consume(this::record);
        awaitEffects("one");

        publish(prediction, "one", mine + "-1");
        publish(prediction, "two", mine + "-2");

        awaitEffects("one", "two");
    }

    @Test
    void givesTheSameStateWhenEverythingIsReadAgain() {
        // Given
        UUID prediction = UUID.randomUUID();
        IntStream.range(0, 20).forEach(i -> publish(prediction, "e" + i, mine + "-" + i));
        InboxLoop first = consume(this::record);
        Awaitility.await().atMost(LIMIT).until(() -> effects().size() == 20);
        first.wakeUp();
        first.join();
        // When
        pool.preparedQuery("update inbox_offset set next_offset = 0 where consumer_group = $1")
                .executeAndAwait(Tuple.of(group));
        consume(this::record);
        publish(prediction, "last", mine + "-last");
        // Then
        Awaitility.await().atMost(LIMIT).until(() -> effects().contains("last"));
        assertThat(effects()).hasSize(21).endsWith("last");
    }

    @Test
    void goesOnFromTheStoredOffsetWhateverTheHandlerRemembers() {
        UUID prediction = UUID.randomUUID();
        publish(prediction, "a", mine + "-a");
        InboxLoop first = InboxLoop.start(
                parts, new Subscription(group, Set.of(Topic.OUTCOMES), this::record, Redelivery.LEFT_TO_HANDLER));
        loops.add(first);
        awaitEffects("a");
        first.wakeUp();
        first.join();

        loops.add(InboxLoop.start(
                parts, new Subscription(group, Set.of(Topic.OUTCOMES), this::record, Redelivery.LEFT_TO_HANDLER)));
        publish(prediction, "b", mine + "-b");

        awaitEffects("a", "b");
    }

    @Test
    void buriesWhatCanNeverWorkAndAppliesTheRest() {
        // Given
        UUID prediction = UUID.randomUUID();
        publish(prediction, "good", mine + "-1");
        publish(prediction, "poison", mine + "-2");
        broker.send(unreadable(prediction));
        publish(prediction, "better", mine + "-3");
        // When
        consume((transaction, events) -> holds(events, "poison")
                ? record(transaction, events)
                        .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("never heard of it")))
                : record(transaction, events));
        // Then
        awaitEffects("good", "better");
        List<ConsumerRecord<String, byte[]>> letters = letters(prediction);
        assertThat(letters)
                .extracting(letter -> Broker.header(letter, "tradewind_reason"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).isEqualTo("never heard of it"),
                        reason -> assertThat(reason).startsWith("not a OutcomeObserved"));
        assertThat(letters).allSatisfy(letter -> assertThat(Broker.header(letter, "tradewind_consumer"))
                .isEqualTo("kit." + group));
    }

    private List<ConsumerRecord<String, byte[]>> letters(UUID prediction) {
        return broker.records(
                Topic.DEAD_LETTERS,
                letter -> prediction.toString().equals(letter.key())
                        && Broker.header(letter, "tradewind_consumer").endsWith(group));
    }

    private ProducerRecord<String, byte[]> unreadable(UUID prediction) {
        var record = new ProducerRecord<>(
                Topic.OUTCOMES.topicName(),
                prediction.toString(),
                "{\"predictionId\":17".getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/test");
        header(record, "ce_type", "io.tradewind.outcome.observed.v1");
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void buriesRecordsThatAreNoEventsAndPassesOverKindsItDoesNotKnow() {
        UUID prediction = UUID.randomUUID();
        broker.send(new ProducerRecord<>(Topic.OUTCOMES.topicName(), prediction.toString(), new byte[] {1, 2}));
        ProducerRecord<String, byte[]> future = unreadable(prediction);
        future.headers().remove("ce_type");
        header(future, "ce_type", "io.tradewind.outcome.revised.v7");
        broker.send(future);
        publish(prediction, "known", mine + "-1");

        consume(this::record);

        awaitEffects("known");
        assertThat(letters(prediction)).hasSize(1);
    }

    @Test
    void triesAgainUntilATransientFailureIsOver() {
        UUID prediction = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        publish(prediction, "first", mine + "-1");
        publish(prediction, "flaky", mine + "-2");
        publish(prediction, "after", mine + "-3");

        consume((transaction, events) -> holds(events, "flaky") && attempts.incrementAndGet() < 5
                ? record(transaction, events)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("not just now")))
                : record(transaction, events));

        awaitEffects("first", "flaky", "after");
        assertThat(letters(prediction)).isEmpty();
    }

    /** What a kill between the handler's writes and the commit leaves behind: nothing. */
    @Test
    void appliesOnceWhenTheConnectionDiesBeforeTheCommit() {
        UUID prediction = UUID.randomUUID();
        AtomicInteger crashes = new AtomicInteger();
        publish(prediction, "x", mine + "-1");
        publish(prediction, "y", mine + "-2");

        consume((transaction, events) -> record(transaction, events)
                .chain(() -> holds(events, "x") && crashes.getAndIncrement() < 2
                        ? transaction
                                .query("select pg_terminate_backend(pg_backend_pid())")
                                .execute()
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem()));

        awaitEffects("x", "y");
        assertThat(crashes.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void sharesPartitionsAmongReplicasAndMovesThemWithoutLossOrRepeat() {
        // Given
        Set<String> threads = ConcurrentHashMap.newKeySet();
        BatchHandler handler = (transaction, events) -> {
            threads.add(Thread.currentThread().getName());
            return record(transaction, events);
        };
        InboxLoop leaving = consume(handler);
        int total = 600;
        // When
        for (int i = 0; i < total; i++) {
            publish(UUID.randomUUID(), "m" + i, mine + "-" + i);
            if (i == 200) {
                consume(handler);
            }
            if (i == 400) {
                leaving.wakeUp();
            }
        }
        // Then
        Awaitility.await().atMost(LIMIT).until(() -> effects().size() >= total);
        assertThat(effects())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, total).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void startsOverWhenTheTopicIsShorterThanTheStoredOffset() {
        UUID prediction = UUID.randomUUID();
        publish(prediction, "old", mine + "-1");
        for (int partition = 0; partition < Topic.OUTCOMES.partitions(); partition++) {
            pool.preparedQuery("insert into inbox_offset values ($1, $2, $3, 1000000)")
                    .executeAndAwait(Tuple.of(group, Topic.OUTCOMES.topicName(), partition));
        }

        consume(this::record);

        awaitEffects("old");
    }
}

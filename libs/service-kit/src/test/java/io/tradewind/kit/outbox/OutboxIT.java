package io.tradewind.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.kit.app.Account;
import io.tradewind.kit.app.Broker;
import io.tradewind.kit.app.KitBackends;
import io.tradewind.kit.app.Outcomes;
import io.tradewind.kit.kafka.EventCodec;
import io.tradewind.kit.runtime.ContextRunner;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(KitBackends.class)
class OutboxIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    Outbox outbox;

    @Inject
    Pool pool;

    @Inject
    ContextRunner runner;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Broker broker;

    private List<ConsumerRecord<String, byte[]>> published(UUID key) {
        return broker.records(Topic.OUTCOMES, record -> key.toString().equals(record.key()));
    }

    private List<String> texts(UUID key) {
        return published(key).stream()
                .map(record -> EventCodec.decode(record).orElseThrow().event())
                .map(event -> ((io.tradewind.contracts.prediction.OutcomeObserved) event).tradeId())
                .toList();
    }

    private long rows() {
        return pool.query("select count(*) as n from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("n");
    }

    @Test
    void publishesInTheOrderOfAppendsAndKeepsNoRow() throws Exception {
        // Given
        UUID key = UUID.randomUUID();
        List<String> expected = new ArrayList<>();
        // When
        for (int batch = 0; batch < 5; batch++) {
            List<io.tradewind.contracts.prediction.OutcomeObserved> events = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = batch + "/" + i;
                expected.add(text);
                events.add(Outcomes.outcome(key, text));
            }
            runner.await(() -> pool.withTransaction(tx -> outbox.append(tx, events)), null, LIMIT);
        }
        // Then
        Awaitility.await().atMost(LIMIT).until(() -> rows() == 0);
        assertThat(texts(key)).isEqualTo(expected);
    }

    @Test
    void writesCloudEventsThatCarryTheTrace() throws Exception {
        UUID key = UUID.randomUUID();

        runner.await(() -> pool.withTransaction(tx -> outbox.append(tx, Outcomes.outcome(key, "a"))), TRACE, LIMIT);

        Awaitility.await().atMost(LIMIT).until(() -> published(key).size() == 1);
        ConsumerRecord<String, byte[]> record = published(key).get(0);
        assertThat(Map.of(
                        "ce_specversion", Broker.header(record, "ce_specversion"),
                        "ce_type", Broker.header(record, "ce_type"),
                        "ce_source", Broker.header(record, "ce_source"),
                        "ce_subject", Broker.header(record, "ce_subject"),
                        "content-type", Broker.header(record, "content-type"),
                        "traceparent", Broker.header(record, "traceparent")))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "io.tradewind.outcome.observed.v1",
                        "ce_source", "/tradewind/kit",
                        "ce_subject", key.toString(),
                        "content-type", "application/json",
                        "traceparent", TRACE));
        assertThat(Broker.header(record, "ce_id")).hasSize(36);
        assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"predictionId\":\"" + key
                        + "\",\"actualReturn\":0.01,\"actualDirection\":\"UP\",\"tradeId\":\"a\","
                        + "\"occurredAt\":\"2026-01-02T03:04:05.678Z\"}");
    }

    @Test
    void publishesNothingOfATransactionThatIsRolledBack() throws Exception {
        UUID key = UUID.randomUUID();
        UUID later = UUID.randomUUID();

        assertThatThrownBy(() -> runner.await(
                        () -> pool.withTransaction(tx -> outbox.append(tx, Outcomes.outcome(key, "never"))
                                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("rolled back")))),
                        null,
                        LIMIT))
                .hasRootCauseMessage("rolled back");
        runner.await(() -> pool.withTransaction(tx -> outbox.append(tx, Outcomes.outcome(later, "b"))), null, LIMIT);

        Awaitility.await().atMost(LIMIT).until(() -> published(later).size() == 1);
        assertThat(published(key)).isEmpty();
    }

    @Test
    void writesStateAndEventOfASessionTogether() throws Exception {
        UUID id = UUID.randomUUID();

        runner.await(
                () -> sessions.withTransaction((session, tx) -> {
                    Account account = new Account();
                    account.id = id;
                    account.balance = 7;
                    return session.persist(account).chain(() -> outbox.append(session, Outcomes.outcome(id, "opened")));
                }),
                null,
                LIMIT);

        Awaitility.await().atMost(LIMIT).until(() -> texts(id).equals(List.of("opened")));
        assertThat(pool.query("select balance from account where id = '" + id + "'")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getInteger("balance"))
                .isEqualTo(7);
    }

    @Test
    void leavesThePublishingToWhoeverHoldsTheLock() throws Exception {
        // Given
        UUID key = UUID.randomUUID();
        var other = pool.getConnectionAndAwait();
        var transaction = other.beginAndAwait();
        other.query("select pg_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0))")
                .executeAndAwait();
        // When
        runner.await(() -> pool.withTransaction(tx -> outbox.append(tx, Outcomes.outcome(key, "c"))), null, LIMIT);
        Awaitility.await().during(Duration.ofMillis(600)).atMost(LIMIT).until(() -> rows() == 1);
        transaction.rollbackAndAwait();
        other.closeAndAwait();
        // Then
        Awaitility.await().atMost(LIMIT).until(() -> texts(key).equals(List.of("c")));
    }
}

package io.tradewind.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.LoopThread;
import io.tradewind.kit.kafka.TopicProvisioner;
import io.tradewind.kit.runtime.ContextRunner;
import io.tradewind.kit.runtime.ServiceIdentity;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in the order of its rows and deletes what the broker has acknowledged.
 *
 * <p>One replica at a time does so, under an advisory lock that its transaction holds. A crash between the broker's
 * acknowledgement and the commit publishes those rows again, with the same event ids.
 */
@Singleton
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    /** Shorter than the sessions' idle limit, so that a batch that Kafka does not take never has its transaction cut. */
    private static final Duration BATCH_LIMIT = Duration.ofSeconds(45);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final long TOPICS_SECONDS = 1;

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.outbox', 0)) as held";
    private static final String NEXT = """
            select id, event_id, event_type, topic, event_key, body, traceparent, created_at
            from outbox order by id limit $1""";

    private final Pool pool;
    private final ContextRunner runner;
    private final OutboxNudge nudge;
    private final TopicProvisioner topics;
    private final OutboxSender sender;
    private final Counter published;
    private final Counter failures;
    private @Nullable LoopThread thread;
    private volatile boolean stopping;

    OutboxRelay(
            Pool pool,
            ContextRunner runner,
            OutboxNudge nudge,
            TopicProvisioner topics,
            OutboxSender sender,
            MeterRegistry metrics,
            ServiceIdentity service) {
        this.pool = pool;
        this.runner = runner;
        this.nudge = nudge;
        this.topics = topics;
        this.sender = sender;
        this.published = metrics.counter(service.metric("outbox.published"));
        this.failures = metrics.counter(service.metric("outbox.failures"));
    }

    void start(@Observes StartupEvent event) {
        thread = LoopThread.start("outbox-relay", this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        nudge.wake();
        if (thread != null) {
            thread.join(STOP_LIMIT);
        }
    }

    private void run() throws InterruptedException {
        while (!stopping && !topics.await(TOPICS_SECONDS)) {
            LOG.debug("waiting for topics");
        }
        Backoff backoff = new Backoff();
        while (!stopping) {
            try {
                drain();
                if (backoff.reset()) {
                    LOG.info("the outbox is published again");
                }
                nudge.await();
            } catch (ExecutionException cause) {
                failures.increment();
                if (backoff.first() && !stopping) {
                    LOG.warnf("the outbox cannot be published just now, trying on: %s", cause.getCause());
                }
                backoff.pause();
            }
        }
    }

    private void drain() throws ExecutionException, InterruptedException {
        int sent = BATCH;
        while (sent == BATCH && !stopping) {
            Integer count = runner.await(this::publishNext, null, BATCH_LIMIT);
            sent = count == null ? 0 : count;
            published.increment(sent);
        }
    }

    /** The first look costs no transaction: most find an empty table. */
    private Uni<Integer> publishNext() {
        return pool.query("select 1 from outbox limit 1")
                .execute()
                .chain(any -> any.size() == 0 ? Uni.createFrom().item(0) : pool.withTransaction(this::publishBatch));
    }

    private Uni<Integer> publishBatch(SqlConnection transaction) {
        return transaction
                .query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("held")
                        ? publishLocked(transaction)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> publishLocked(SqlConnection transaction) {
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(BATCH))
                .chain(rows -> sender.send(outboxRows(rows)))
                .chain(delivery -> delete(transaction, delivery));
    }

    /** What was delivered is deleted even when the rest was not; the failure then follows in the next batch. */
    private static Uni<Integer> delete(SqlConnection transaction, OutboxSender.Delivery delivery) {
        if (delivery.delivered().isEmpty()) {
            return delivery.failure() == null
                    ? Uni.createFrom().item(0)
                    : Uni.createFrom().failure(delivery.failure());
        }
        Long[] ids = delivery.delivered().toArray(Long[]::new);
        return transaction
                .preparedQuery("delete from outbox where id = any($1)")
                .execute(Tuple.of(ids))
                .replaceWith(ids.length);
    }

    private static List<OutboxRow> outboxRows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(OutboxRow::of)
                .toList();
    }
}

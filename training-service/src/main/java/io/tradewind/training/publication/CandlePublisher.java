package io.tradewind.training.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.contracts.market.CandleOrigin;
import io.tradewind.kit.publish.EventPublisher;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works through the imports that are not on the topic yet, a batch at a time. A batch is read, sent, acknowledged and
 * noted under the lock of its import's row: replicas never send the same series at once, and one that dies between the
 * acknowledgement and the note only makes the next send that batch again.
 */
@ApplicationScoped
class CandlePublisher {

    private static final Logger LOG = Logger.getLogger(CandlePublisher.class);

    /** Of each series only the oldest import is a candidate, and the one longest waited for comes first. */
    private static final String CLAIM = """
            SELECT i.id, i.series_id, s.symbol, s.timeframe, i.last_open_time, i.published_until
            FROM candle_import i JOIN candle_series s ON s.id = i.series_id
            WHERE i.published_at IS NULL AND NOT EXISTS (
                SELECT FROM candle_import e
                WHERE e.series_id = i.series_id AND e.published_at IS NULL AND e.id < i.id)
            ORDER BY i.step_at LIMIT 1 FOR UPDATE OF i SKIP LOCKED
            """;

    private static final String NEXT = """
            SELECT open_time, open, high, low, close, volume FROM candle
            WHERE series_id = $1 AND import_id = $2 AND open_time > $3 AND open_time <= $4 ORDER BY open_time LIMIT $5
            """;

    private static final String ADVANCE = """
            UPDATE candle_import SET published = published + $2, published_until = coalesce($3, published_until),
                step_at = clock_timestamp(), published_at = CASE WHEN $4 THEN now() END
            WHERE id = $1
            """;

    private final Pool pool;
    private final EventPublisher publisher;
    private final PublicationConfig config;
    private final Counter published;

    @Inject
    CandlePublisher(Pool pool, EventPublisher publisher, PublicationConfig config, MeterRegistry meters) {
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.published = meters.counter("tradewind.training.candles.published");
    }

    private record Claimed(long id, long series, String symbol, String timeframe, long last, long after) {}

    /** Until nothing is left; what fails is tried again at the next turn. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.withTransaction(this::step))
                .whilst(more -> more)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("imported candles wait to be published: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Boolean> step(SqlConnection tx) {
        return tx.query(CLAIM).execute().chain(rows -> claimed(rows)
                .map(claim -> advance(tx, claim).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> advance(SqlConnection tx, Claimed claim) {
        Tuple range = Tuple.of(claim.series(), claim.id(), claim.after(), claim.last(), config.batch());
        return tx.preparedQuery(NEXT)
                .execute(range)
                .map(rows -> candles(claim, rows))
                .chain(candles -> {
                    boolean complete = candles.size() < config.batch();
                    @Nullable
                    Long until = candles.isEmpty() ? null : candles.getLast().openTime();
                    return send(candles)
                            .chain(() -> tx.preparedQuery(ADVANCE)
                                    .execute(Tuple.of(claim.id(), (long) candles.size(), until, complete)))
                            .invoke(() -> published.increment(candles.size()))
                            .replaceWithVoid();
                });
    }

    private Uni<Void> send(List<CandleClosed> candles) {
        return candles.isEmpty()
                ? Uni.createFrom().voidItem()
                : publisher.publish(candles).ifNoItem().after(config.deadline()).fail();
    }

    private static Optional<Claimed> claimed(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        @Nullable Long until = row.getLong(5);
        return Optional.of(new Claimed(
                row.getLong(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                until == null ? Long.MIN_VALUE : until));
    }

    private static List<CandleClosed> candles(Claimed claim, RowSet<Row> rows) {
        List<CandleClosed> candles = new ArrayList<>(rows.size());
        for (Row row : rows) {
            candles.add(new CandleClosed(
                    claim.symbol(),
                    claim.timeframe(),
                    row.getLong(0),
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    CandleOrigin.BACKFILL));
        }
        return candles;
    }
}

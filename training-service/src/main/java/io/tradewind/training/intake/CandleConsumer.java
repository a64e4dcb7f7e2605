package io.tradewind.training.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.training.candle.SeriesKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Stores candles from the topic, live and history alike. What this service published itself comes back here and is found
 * stored already; a candle from the topic belongs to no import, so it is never published from here: there is no loop.
 */
@ApplicationScoped
class CandleConsumer {

    private static final String MAKE =
            "INSERT INTO candle_series (symbol, timeframe) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String LOCK = "SELECT id FROM candle_series WHERE symbol = $1 AND timeframe = $2 FOR UPDATE";

    /** In the order of open times, as everyone who inserts does: two in different orders could block each other. */
    private static final String INSERT = """
            INSERT INTO candle (series_id, open_time, open, high, low, close, volume)
            SELECT $1, * FROM unnest($2::bigint[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[])
                AS incoming (open_time, open, high, low, close, volume)
            ORDER BY open_time ON CONFLICT DO NOTHING RETURNING open_time
            """;

    private static final String EXTEND = """
            UPDATE candle_series SET candles = candles + $2, first_open_time = least(first_open_time, $3),
                last_open_time = greatest(last_open_time, $4), updated_at = now()
            WHERE id = $1
            """;

    private final Inbox inbox;
    private final Counter stored;
    private final Counter known;

    @Inject
    CandleConsumer(Inbox inbox, MeterRegistry meters) {
        this.inbox = inbox;
        this.stored = meters.counter("tradewind.training.candles.consumed", "outcome", "stored");
        this.known = meters.counter("tradewind.training.candles.consumed", "outcome", "known");
    }

    void start(@Observes StartupEvent event) {
        inbox.consume("training-candles", Set.of(Topic.CANDLES), this::store);
    }

    private Uni<Void> store(SqlConnection tx, List<Received> received) {
        Map<String, List<CandleClosed>> series = new TreeMap<>();
        for (Received one : received) {
            if (one.event() instanceof CandleClosed candle) {
                series.computeIfAbsent(candle.eventKey(), key -> new ArrayList<>())
                        .add(checked(candle));
            }
        }
        return Multi.createFrom()
                .iterable(series.values())
                .onItem()
                .transformToUniAndConcatenate(candles -> store(tx, candles.getFirst(), candles))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> store(SqlConnection tx, CandleClosed any, List<CandleClosed> candles) {
        Tuple series = Tuple.of(any.symbol(), any.timeframe());
        return tx.preparedQuery(MAKE)
                .execute(series)
                .chain(() -> tx.preparedQuery(LOCK).execute(series))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(id -> tx.preparedQuery(INSERT)
                        .execute(columns(id, candles))
                        .invoke(rows -> count(rows, candles.size()))
                        .chain(rows -> extend(tx, id, rows)));
    }

    private void count(RowSet<Row> inserted, int received) {
        stored.increment(inserted.size());
        known.increment(received - inserted.size());
    }

    private static Uni<Void> extend(SqlConnection tx, long id, RowSet<Row> inserted) {
        if (inserted.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Row row : inserted) {
            first = Math.min(first, row.getLong(0));
            last = Math.max(last, row.getLong(0));
        }
        return tx.preparedQuery(EXTEND)
                .execute(Tuple.of(id, (long) inserted.size(), first, last))
                .replaceWithVoid();
    }

    private static Tuple columns(long id, List<CandleClosed> candles) {
        return Tuple.of(id)
                .addValue(candles.stream().map(CandleClosed::openTime).toArray(Long[]::new))
                .addValue(candles.stream().map(CandleClosed::open).toArray(Double[]::new))
                .addValue(candles.stream().map(CandleClosed::high).toArray(Double[]::new))
                .addValue(candles.stream().map(CandleClosed::low).toArray(Double[]::new))
                .addValue(candles.stream().map(CandleClosed::close).toArray(Double[]::new))
                .addValue(candles.stream().map(CandleClosed::volume).toArray(Double[]::new));
    }

    /** A candle that cannot be is nothing another try would mend: it goes to the dead letters. */
    private static CandleClosed checked(CandleClosed candle) {
        SeriesKey.of(candle.symbol(), candle.timeframe());
        CandleRules.fault(candle.open(), candle.high(), candle.low(), candle.close(), candle.volume())
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(
                            "candle " + candle.eventKey() + " at " + candle.openTime() + ": " + fault.message());
                });
        return candle;
    }
}

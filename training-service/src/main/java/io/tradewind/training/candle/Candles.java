package io.tradewind.training.candle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Reads of stored candles. */
@ApplicationScoped
public class Candles {

    private static final String RANGE = """
            FROM candle c JOIN candle_series s ON s.id = c.series_id
            WHERE s.symbol = $1 AND s.timeframe = $2 AND c.open_time BETWEEN $3 AND $4
            """;

    private final Pool pool;

    @Inject
    Candles(Pool pool) {
        this.pool = pool;
    }

    /** At most {@code limit} candles of a range, oldest first. */
    Uni<List<CandleView>> find(SeriesKey key, TimeRange range, int limit) {
        String sql = "SELECT c.open_time, c.open, c.high, c.low, c.close, c.volume " + RANGE
                + "ORDER BY c.open_time LIMIT $5";
        Tuple parameters = Tuple.of(key.symbol(), key.timeframeLabel(), range.from(), range.to())
                .addInteger(limit);
        return pool.preparedQuery(sql).execute(parameters).map(rows -> map(rows, Candles::candle));
    }

    /** How many candles a range holds. */
    public Uni<SeriesExtent> extent(SeriesKey key, TimeRange range) {
        String sql = "SELECT count(*), coalesce(min(c.open_time), 0), coalesce(max(c.open_time), 0) " + RANGE;
        Tuple parameters = Tuple.of(key.symbol(), key.timeframeLabel(), range.from(), range.to());
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next())
                .map(row -> new SeriesExtent(row.getLong(0), row.getLong(1), row.getLong(2)));
    }

    /** Every series, in the order of symbol and timeframe, after the one given. */
    Uni<List<SeriesView>> series(String afterSymbol, String afterTimeframe, int limit) {
        String sql = """
                SELECT symbol, timeframe, candles, first_open_time, last_open_time, updated_at FROM candle_series
                WHERE (symbol, timeframe) > ($1, $2) ORDER BY symbol, timeframe LIMIT $3
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(afterSymbol, afterTimeframe, limit))
                .map(rows -> map(rows, Candles::seriesView));
    }

    private static CandleView candle(Row row) {
        return new CandleView(
                Instant.ofEpochMilli(row.getLong(0)),
                row.getDouble(1),
                row.getDouble(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5));
    }

    private static SeriesView seriesView(Row row) {
        OffsetDateTime updatedAt = row.getOffsetDateTime(5);
        return new SeriesView(
                row.getString(0),
                row.getString(1),
                row.getLong(2),
                instant(row.getLong(3)),
                instant(row.getLong(4)),
                updatedAt.toInstant());
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static <T> List<T> map(RowSet<Row> rows, Function<Row, T> mapping) {
        List<T> mapped = new ArrayList<>(rows.size());
        rows.forEach(row -> mapped.add(mapping.apply(row)));
        return mapped;
    }
}

package io.tradewind.monitoring.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.market.CandleClosed;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Closes of candles, and the predictions they decide. */
@Singleton
class Candles {

    /** A prediction whose outcome is known now. */
    record Decided(UUID predictionId, double actualReturn) {}

    private static final String STORE = """
            INSERT INTO candle_close (symbol, timeframe, open_time, close)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::float8[])
            ON CONFLICT (symbol, timeframe, open_time) DO NOTHING
            """;
    private static final String STORE_SERIES = """
            INSERT INTO candle_series AS s (symbol, timeframe, latest_open_time)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
            ON CONFLICT (symbol, timeframe) DO UPDATE
            SET latest_open_time = greatest(s.latest_open_time, excluded.latest_open_time)
            """;
    // Rows another replica is deciding at this moment are skipped, so a prediction is decided once and nobody waits.
    private static final String DECIDE = """
            WITH due AS (
                SELECT l.prediction_id,
                    decisive.close / coalesce(l.reference_price, own.close) - 1 AS actual_return
                FROM candle_series s
                JOIN prediction_ledger l ON l.waiting AND l.symbol = s.symbol AND l.timeframe = s.timeframe
                    AND l.due_open_time <= s.latest_open_time
                CROSS JOIN LATERAL (
                    SELECT c.close FROM candle_close c
                    WHERE c.symbol = l.symbol AND c.timeframe = l.timeframe AND c.open_time > l.candle_open_time
                    ORDER BY c.open_time OFFSET l.horizon_bars - 1 LIMIT 1) decisive
                LEFT JOIN candle_close own ON own.symbol = l.symbol AND own.timeframe = l.timeframe
                    AND own.open_time = l.candle_open_time
                WHERE coalesce(l.reference_price, own.close) > 0
                    AND ($1::text[] IS NULL
                        OR (s.symbol, s.timeframe) IN (SELECT * FROM unnest($1::text[], $2::text[])))
                ORDER BY l.prediction_id LIMIT $3
                FOR UPDATE OF l SKIP LOCKED)
            UPDATE prediction_ledger l SET waiting = false FROM due WHERE l.prediction_id = due.prediction_id
            RETURNING l.prediction_id, due.actual_return
            """;

    Uni<Void> store(SqlConnection tx, Collection<CandleClosed> candles) {
        Map<Series, SortedMap<Long, Double>> closes = new TreeMap<>();
        candles.forEach(candle -> closes.computeIfAbsent(
                        new Series(candle.symbol(), candle.timeframe()), key -> new TreeMap<>())
                .putIfAbsent(candle.openTime(), candle.close()));
        return tx.preparedQuery(STORE)
                .execute(closeParameters(closes))
                .chain(() -> tx.preparedQuery(STORE_SERIES)
                        .execute(Tuple.of(
                                column(closes.keySet(), Series::symbol),
                                column(closes.keySet(), Series::timeframe),
                                closes.values().stream().map(SortedMap::lastKey).toArray(Long[]::new))))
                .replaceWithVoid();
    }

    /** Decides what can be decided, of these series or (null) of all, at most so many, in the order of their ids. */
    Uni<List<Decided>> decide(SqlConnection tx, @Nullable Collection<Series> series, int limit) {
        Tuple parameters = series == null
                ? Tuple.of(null, null, limit)
                : Tuple.of(column(series, Series::symbol), column(series, Series::timeframe), limit);
        return tx.preparedQuery(DECIDE).execute(parameters).map(rows -> {
            List<Decided> decided = new ArrayList<>(rows.size());
            rows.forEach(row -> decided.add(new Decided(row.getUUID("prediction_id"), row.getDouble("actual_return"))));
            return decided;
        });
    }

    private static Tuple closeParameters(Map<Series, SortedMap<Long, Double>> closes) {
        List<String> symbols = new ArrayList<>();
        List<String> timeframes = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<Double> prices = new ArrayList<>();
        closes.forEach((series, byTime) -> byTime.forEach((time, close) -> {
            symbols.add(series.symbol());
            timeframes.add(series.timeframe());
            times.add(time);
            prices.add(close);
        }));
        return Tuple.of(
                symbols.toArray(String[]::new),
                timeframes.toArray(String[]::new),
                times.toArray(Long[]::new),
                prices.toArray(Double[]::new));
    }

    private static String[] column(Collection<Series> series, Function<Series, String> value) {
        return series.stream().map(value).toArray(String[]::new);
    }
}

package io.tradewind.monitoring.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The stored windows: what a batch adds to them, and what a selection of them adds up to. */
@Singleton
public class PerformanceWindows {

    private final Pool pool;
    private final Arithmetic arithmetic;

    PerformanceWindows(Pool pool, Arithmetic arithmetic) {
        this.pool = pool;
        this.arithmetic = arithmetic;
    }

    /** Adds a batch to the windows; four statements at most, whatever its size. */
    public Uni<Void> add(SqlConnection tx, BatchTally batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return arithmetic
                .compute(() -> windowParameters(batch.windows()))
                .chain(parameters -> tx.preparedQuery(WindowSql.ADD).execute(parameters))
                .call(stored -> mergeSketches(tx, batch.windows(), stored))
                .chain(() -> addBars(tx, batch));
    }

    /** The sums of a selection. */
    public Uni<Tally> tally(Selection selection) {
        return pool.preparedQuery(WindowSql.READ)
                .execute(parameters(selection))
                .chain(rows -> arithmetic.compute(() -> merge(rows)));
    }

    /** The equity curve of a selection. */
    public Uni<EquityCurve> curve(Selection selection) {
        return pool.preparedQuery(WindowSql.CURVE)
                .execute(parameters(selection))
                .map(rows -> rows.size() == 0
                        ? EquityCurve.EMPTY
                        : curve(rows.iterator().next()));
    }

    /** All figures of a selection. */
    public Uni<Performance> performance(Selection selection) {
        return tally(selection)
                .flatMap(tally -> curve(selection).map(curve -> PerformanceRules.performance(tally, curve)));
    }

    /** Cohorts that made predictions in hours from this time on, the most recent first. */
    public Uni<List<ActiveCohort>> active(Instant since, int limit) {
        long firstHour = new Selection(new UUID(0, 0), null, null, since, null).fromHour();
        return pool.preparedQuery(WindowSql.ACTIVE)
                .execute(Tuple.of(firstHour, limit))
                .map(rows -> {
                    List<ActiveCohort> active = new ArrayList<>(rows.size());
                    rows.forEach(row -> active.add(
                            new ActiveCohort(cohort(row), row.getLong("predictions"), row.getLong("joined"))));
                    return active;
                });
    }

    /** All cohorts of a model. */
    public Uni<List<Cohort>> cohorts(UUID modelId) {
        return pool.preparedQuery(WindowSql.COHORTS)
                .execute(Tuple.of(modelId))
                .map(PerformanceWindows::cohorts)
                .map(cohorts -> cohorts.stream().sorted().toList());
    }

    private Uni<Void> mergeSketches(SqlConnection tx, SortedMap<WindowKey, Tally> windows, RowSet<Row> stored) {
        return arithmetic
                .compute(() -> sketchParameters(windows, stored))
                .chain(parameters -> executed(tx, WindowSql.STORE_SKETCHES, parameters));
    }

    private static Optional<Tuple> sketchParameters(SortedMap<WindowKey, Tally> windows, RowSet<Row> stored) {
        SortedMap<WindowKey, byte[]> sketches = new TreeMap<>();
        for (Row row : stored) {
            LatencySketch added = windows.get(key(row)).latencies;
            if (!added.isEmpty()) {
                added.merge(bytes(row));
                sketches.put(key(row), added.encode());
            }
        }
        if (sketches.isEmpty()) {
            return Optional.empty();
        }
        List<Object> parameters = keys(sketches);
        parameters.add(sketches.values().stream()
                .map(io.vertx.core.buffer.Buffer::buffer)
                .toArray(io.vertx.core.buffer.Buffer[]::new));
        return Optional.of(Tuple.from(parameters));
    }

    private Uni<Void> addBars(SqlConnection tx, BatchTally batch) {
        return arithmetic
                .compute(() -> barParameters(batch))
                .chain(parameters -> executed(tx, WindowSql.ADD_BARS, parameters));
    }

    private static Optional<Tuple> barParameters(BatchTally batch) {
        List<WindowKey> windows = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        List<BarTally> tallies = new ArrayList<>();
        batch.bars()
                .forEach((window, perBar) -> perBar.forEach((bar, tally) -> {
                    windows.add(window);
                    bars.add(bar);
                    tallies.add(tally);
                }));
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        List<Object> parameters = keys(windows);
        parameters.add(bars.stream().map(Bar::millis).toArray(Long[]::new));
        parameters.add(bars.stream().map(Bar::time).toArray(Long[]::new));
        parameters.add(tallies.stream().map(tally -> tally.trades).toArray(Long[]::new));
        parameters.add(tallies.stream().map(tally -> tally.profit).toArray(BigDecimal[]::new));
        return Optional.of(Tuple.from(parameters));
    }

    /** Nothing where there is nothing to store. */
    private static Uni<Void> executed(SqlConnection tx, String statement, Optional<Tuple> parameters) {
        return parameters.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement).execute(parameters.get()).replaceWithVoid();
    }

    private static Tally merge(RowSet<Row> rows) {
        Tally total = new Tally();
        for (Row row : rows) {
            total.predictions += row.getLong("predictions");
            total.confidenceSum = total.confidenceSum.add(row.getBigDecimal("confidence_sum"));
            total.latencyCount += row.getLong("latency_count");
            total.latencyMicrosSum += row.getLong("latency_micros_sum");
            total.latencies.merge(bytes(row));
            total.joined += row.getLong("joined");
            total.judged += row.getLong("judged");
            total.correct += row.getLong("correct");
            total.highJudged += row.getLong("high_judged");
            total.highCorrect += row.getLong("high_correct");
            total.trades += row.getLong("trades");
            total.wins += row.getLong("wins");
            total.profitSum = total.profitSum.add(row.getBigDecimal("profit_sum"));
            total.profitSquareSum = total.profitSquareSum.add(row.getBigDecimal("profit_square_sum"));
            total.grossProfit = total.grossProfit.add(row.getBigDecimal("gross_profit"));
            total.grossLoss = total.grossLoss.add(row.getBigDecimal("gross_loss"));
        }
        return total;
    }

    private static EquityCurve curve(Row row) {
        long millis = row.getLong("bar_millis");
        long bars = (row.getLong("last_bar") - row.getLong("first_bar")) / millis + 1;
        return new EquityCurve(
                millis,
                bars,
                row.getDouble("return_sum"),
                row.getDouble("return_square_sum"),
                Math.max(0, row.getDouble("max_drawdown")));
    }

    private static Tuple windowParameters(SortedMap<WindowKey, Tally> windows) {
        List<Object> parameters = keys(windows);
        List<ToLongFunction<Tally>> counts = List.of(
                tally -> tally.predictions,
                tally -> tally.latencyCount,
                tally -> tally.latencyMicrosSum,
                tally -> tally.joined,
                tally -> tally.judged,
                tally -> tally.correct,
                tally -> tally.highJudged,
                tally -> tally.highCorrect,
                tally -> tally.trades,
                tally -> tally.wins);
        counts.forEach(count ->
                parameters.add(windows.values().stream().map(count::applyAsLong).toArray(Long[]::new)));
        List<Function<Tally, BigDecimal>> sums = List.of(
                tally -> tally.confidenceSum,
                tally -> tally.profitSum,
                tally -> tally.profitSquareSum,
                tally -> tally.grossProfit,
                tally -> tally.grossLoss);
        sums.forEach(sum -> parameters.add(windows.values().stream().map(sum).toArray(BigDecimal[]::new)));
        return Tuple.from(parameters);
    }

    private static Tuple parameters(Selection selection) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(selection.modelId());
        parameters.add(selection.version());
        parameters.add(selection.variant());
        parameters.add(selection.fromHour());
        parameters.add(selection.toHour());
        return Tuple.from(parameters);
    }

    private static List<Object> keys(Map<WindowKey, ?> byWindow) {
        return keys(new ArrayList<>(byWindow.keySet()));
    }

    private static List<Object> keys(List<WindowKey> windows) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(windows.stream().map(key -> key.cohort().modelId()).toArray(UUID[]::new));
        parameters.add(windows.stream().map(key -> key.cohort().version()).toArray(Integer[]::new));
        parameters.add(windows.stream().map(key -> key.cohort().variant()).toArray(String[]::new));
        parameters.add(windows.stream().map(WindowKey::hourStart).toArray(Long[]::new));
        return parameters;
    }

    private static List<Cohort> cohorts(RowSet<Row> rows) {
        List<Cohort> cohorts = new ArrayList<>(rows.size());
        rows.forEach(row -> cohorts.add(cohort(row)));
        return cohorts;
    }

    private static WindowKey key(Row row) {
        return new WindowKey(cohort(row), row.getLong("hour_start"));
    }

    private static Cohort cohort(Row row) {
        return new Cohort(row.getUUID("model_id"), row.getInteger("model_version"), row.getString("variant"));
    }

    private static byte @Nullable [] bytes(Row row) {
        Buffer buffer = row.getBuffer("latency_sketch");
        return buffer == null ? null : buffer.getBytes();
    }
}

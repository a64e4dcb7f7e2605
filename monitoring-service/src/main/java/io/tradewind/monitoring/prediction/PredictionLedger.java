package io.tradewind.monitoring.prediction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.monitoring.statistics.Arithmetic;
import io.tradewind.monitoring.statistics.Bar;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.Judgement;
import io.tradewind.monitoring.statistics.WindowKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** One row per prediction id: the prediction, its outcome, or both. */
@Singleton
public class PredictionLedger {

    private final Pool pool;
    private final Arithmetic arithmetic;
    private final PredictionConfig config;

    PredictionLedger(Pool pool, Arithmetic arithmetic, PredictionConfig config) {
        this.pool = pool;
        this.arithmetic = arithmetic;
        this.config = config;
    }

    /** Owners of those of these predictions that have arrived. */
    public Uni<Map<UUID, String>> owners(Collection<UUID> predictionIds) {
        return pool.preparedQuery(LedgerSql.OWNERS)
                .execute(Tuple.of((Object) predictionIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> owners = new HashMap<>();
                    rows.forEach(row -> owners.put(row.getUUID("prediction_id"), row.getString("owner")));
                    return owners;
                });
    }

    /** How many outcomes wait for a prediction that has not arrived. */
    public Uni<Long> unmatched() {
        return pool.query(LedgerSql.UNMATCHED)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Stores predictions; answers the new ones, each with its judgement if its outcome came first. */
    Uni<Map<UUID, Optional<Judgement>>> storePredictions(SqlConnection tx, SortedMap<UUID, LedgerEntry> entries) {
        return arithmetic
                .compute(() -> predictionParameters(List.copyOf(entries.values())))
                .chain(parameters ->
                        tx.preparedQuery(LedgerSql.STORE_PREDICTIONS).execute(parameters))
                .chain(rows -> arithmetic.compute(() -> stored(entries, rows)));
    }

    /** Stores outcomes; answers the judgements of those predictions that have got their first outcome by it. */
    Uni<List<Judgement>> storeOutcomes(SqlConnection tx, SortedMap<UUID, OutcomeObserved> outcomes) {
        return arithmetic
                .compute(() -> outcomeParameters(List.copyOf(outcomes.values())))
                .chain(parameters -> tx.preparedQuery(LedgerSql.STORE_OUTCOMES).execute(parameters))
                .chain(rows -> arithmetic.compute(() -> judgements(rows)));
    }

    /** Deletes predictions made before this time, at most so many; answers how many went. */
    Uni<Integer> expire(Instant before, int limit) {
        return pool.preparedQuery(LedgerSql.EXPIRE)
                .execute(Tuple.of(time(before), limit))
                .map(rows -> rows.rowCount());
    }

    private Map<UUID, Optional<Judgement>> stored(SortedMap<UUID, LedgerEntry> entries, RowSet<Row> rows) {
        Map<UUID, Optional<Judgement>> stored = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            UUID id = row.getUUID("prediction_id");
            stored.put(id, Optional.ofNullable(judgement(entries.get(id), row)));
        }
        return stored;
    }

    private List<Judgement> judgements(RowSet<Row> rows) {
        List<Judgement> judgements = new ArrayList<>(rows.size());
        rows.forEach(row -> judgements.add(judgement(row)));
        return judgements;
    }

    private @Nullable Judgement judgement(LedgerEntry entry, Row outcome) {
        if (outcome.getOffsetDateTime("observed_at") == null) {
            return null;
        }
        PredictionMade prediction = entry.prediction();
        return new Judgement(
                entry.window(),
                entry.bar(),
                prediction.horizonBars(),
                prediction.direction(),
                Directions.of(outcome.getShort("actual_direction")),
                prediction.confidence(),
                ProfitRules.profit(
                        prediction.direction(),
                        outcome.getDouble("actual_return"),
                        outcome.getDouble("profit"),
                        config.costBps()));
    }

    private Judgement judgement(Row row) {
        Cohort cohort = new Cohort(row.getUUID("model_id"), row.getInteger("model_version"), row.getString("variant"));
        var predicted = Directions.of(row.getShort("direction"));
        return new Judgement(
                WindowKey.of(cohort, row.getOffsetDateTime("made_at").toInstant()),
                new Bar(row.getLong("bar_millis"), row.getLong("bar_time")),
                row.getInteger("horizon_bars"),
                predicted,
                Directions.of(row.getShort("actual_direction")),
                row.getDouble("confidence"),
                ProfitRules.profit(
                        predicted, row.getDouble("actual_return"), row.getDouble("profit"), config.costBps()));
    }

    private static Tuple predictionParameters(List<LedgerEntry> entries) {
        List<Object> columns = new ArrayList<>();
        columns.add(column(entries, LedgerEntry::id, UUID[]::new));
        columns.add(column(entries, entry -> entry.window().cohort().modelId(), UUID[]::new));
        columns.add(column(entries, entry -> entry.window().cohort().version(), Integer[]::new));
        columns.add(column(entries, entry -> entry.window().cohort().variant(), String[]::new));
        columns.add(column(entries, PredictionLedger::experiment, UUID[]::new));
        columns.add(column(entries, entry -> entry.prediction().owner(), String[]::new));
        columns.add(column(entries, entry -> entry.prediction().symbol(), String[]::new));
        columns.add(column(entries, entry -> entry.prediction().timeframe(), String[]::new));
        columns.add(column(entries, entry -> entry.prediction().candleOpenTime(), Long[]::new));
        columns.add(column(entries, LedgerEntry::dueOpenTime, Long[]::new));
        columns.add(column(entries, entry -> entry.prediction().referencePrice(), Double[]::new));
        columns.add(column(entries, entry -> entry.prediction().horizonBars(), Integer[]::new));
        columns.add(column(entries, entry -> entry.bar().millis(), Long[]::new));
        columns.add(column(entries, entry -> entry.bar().time(), Long[]::new));
        columns.add(column(entries, entry -> Directions.code(entry.prediction().direction()), Short[]::new));
        columns.add(column(entries, entry -> entry.prediction().confidence(), Double[]::new));
        columns.add(column(entries, entry -> time(entry.prediction().occurredAt()), OffsetDateTime[]::new));
        columns.add(column(entries, LedgerEntry::waiting, Boolean[]::new));
        return Tuple.from(columns);
    }

    private static Tuple outcomeParameters(List<OutcomeObserved> outcomes) {
        List<Object> columns = new ArrayList<>();
        columns.add(column(outcomes, OutcomeObserved::predictionId, UUID[]::new));
        columns.add(column(outcomes, OutcomeObserved::actualReturn, Double[]::new));
        columns.add(column(outcomes, outcome -> Directions.code(outcome.actualDirection()), Short[]::new));
        columns.add(column(outcomes, OutcomeObserved::profit, Double[]::new));
        columns.add(column(outcomes, OutcomeObserved::tradeId, String[]::new));
        columns.add(column(outcomes, OutcomeObserved::reportedBy, String[]::new));
        columns.add(column(outcomes, outcome -> time(outcome.occurredAt()), OffsetDateTime[]::new));
        return Tuple.from(columns);
    }

    private static <E, T extends @Nullable Object> T[] column(
            List<E> rows, Function<E, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static @Nullable UUID experiment(LedgerEntry entry) {
        PredictionMade.Assignment assignment = entry.prediction().assignment();
        return assignment == null ? null : assignment.experimentId();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

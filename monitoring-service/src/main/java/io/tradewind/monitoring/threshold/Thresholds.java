package io.tradewind.monitoring.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.alert.AlertSeverity;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.monitoring.performance.WatchedMetric;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The thresholds in force. */
@Singleton
public class Thresholds {

    private static final String READ = """
            SELECT s.revision, t.* FROM threshold_set s LEFT JOIN threshold t ON true
            ORDER BY t.type, t.metric, t.severity DESC, t.value
            """;
    private static final String LOCK = "SELECT revision FROM threshold_set FOR UPDATE";
    private static final String NEXT_REVISION = "UPDATE threshold_set SET revision = revision + 1";
    private static final String REMOVE_OTHERS = """
            DELETE FROM threshold WHERE (type, metric, comparison, value) NOT IN (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::float8[]))
            """;
    // A threshold keeps its id as long as it means the same, and with it the alerts that are open on it.
    private static final String STORE = """
            INSERT INTO threshold (
                type, metric, comparison, value, id, severity, minimum_sample, exit_margin, enabled)
            SELECT * FROM unnest(
                $1::text[], $2::text[], $3::text[], $4::float8[], $5::uuid[], $6::text[], $7::bigint[], $8::float8[],
                $9::boolean[])
            ON CONFLICT (type, metric, comparison, value) DO UPDATE SET
                severity = excluded.severity, minimum_sample = excluded.minimum_sample,
                exit_margin = excluded.exit_margin, enabled = excluded.enabled
            """;

    private final Pool pool;

    Thresholds(Pool pool) {
        this.pool = pool;
    }

    /** All thresholds. */
    public Uni<ThresholdSet> all() {
        return read(pool);
    }

    /** Puts these in the place of all there are, if they are still at the revision the caller knows. */
    Uni<ThresholdSet> replace(List<Threshold> thresholds, @Nullable Long expectedRevision) {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .invoke(rows -> refuseStale(rows.iterator().next().getLong(0), expectedRevision))
                .chain(() -> tx.preparedQuery(REMOVE_OTHERS).execute(Tuple.from(keys(thresholds))))
                .chain(() -> tx.preparedQuery(STORE).execute(parameters(thresholds)))
                .chain(() -> tx.query(NEXT_REVISION).execute())
                .chain(() -> read(tx)));
    }

    private static void refuseStale(long revision, @Nullable Long expected) {
        if (expected != null && expected != revision) {
            throw new ServiceException(
                    ErrorCode.STALE, "thresholds are at revision " + revision + ", expected was " + expected);
        }
    }

    private static Uni<ThresholdSet> read(SqlClient client) {
        return client.query(READ).execute().map(rows -> {
            List<Threshold> thresholds = new ArrayList<>(rows.size());
            long revision = 0;
            for (Row row : rows) {
                revision = row.getLong("revision");
                if (row.getUUID("id") != null) {
                    thresholds.add(threshold(row));
                }
            }
            return new ThresholdSet(revision, thresholds);
        });
    }

    private static Threshold threshold(Row row) {
        return new Threshold(
                row.getUUID("id"),
                row.getString("type"),
                WatchedMetric.find(row.getString("metric")).orElseThrow(),
                Comparison.valueOf(row.getString("comparison")),
                row.getDouble("value"),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getLong("minimum_sample"),
                row.getDouble("exit_margin"),
                row.getBoolean("enabled"));
    }

    private static List<Object> keys(List<Threshold> thresholds) {
        List<Object> columns = new ArrayList<>();
        columns.add(column(thresholds, Threshold::type, String[]::new));
        columns.add(column(thresholds, threshold -> threshold.metric().publicName(), String[]::new));
        columns.add(column(thresholds, threshold -> threshold.comparison().name(), String[]::new));
        columns.add(column(thresholds, Threshold::value, Double[]::new));
        return columns;
    }

    private static Tuple parameters(List<Threshold> thresholds) {
        List<Object> columns = keys(thresholds);
        columns.add(column(thresholds, Threshold::id, UUID[]::new));
        columns.add(column(thresholds, threshold -> threshold.severity().name(), String[]::new));
        columns.add(column(thresholds, Threshold::minimumSample, Long[]::new));
        columns.add(column(thresholds, Threshold::exitMargin, Double[]::new));
        columns.add(column(thresholds, Threshold::enabled, Boolean[]::new));
        return Tuple.from(columns);
    }

    private static <T> T[] column(List<Threshold> thresholds, Function<Threshold, T> value, IntFunction<T[]> array) {
        return thresholds.stream().map(value).toArray(array);
    }
}

package io.tradewind.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.WindowKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Histograms per hour on the reference's bins. */
@Singleton
class DriftWindows {

    /** Counts of one window. */
    record Histogram(long rows, long[] counts) {}

    private static final String ADD = """
            INSERT INTO drift_window AS w (model_id, model_version, variant, hour_start, row_count, counts)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (model_id, model_version, variant, hour_start) DO UPDATE SET
                row_count = w.row_count + excluded.row_count,
                counts = (SELECT array_agg(a + b ORDER BY i)
                    FROM unnest(w.counts, excluded.counts) WITH ORDINALITY AS both_counts (a, b, i))
            """;
    private static final String SELECTED = """
            FROM drift_window w %s
            WHERE model_id = $1 AND model_version = $2 AND ($3::text IS NULL OR variant = $3) AND hour_start >= $4
            """;
    private static final String ROWS = "SELECT coalesce(sum(row_count), 0)::bigint " + SELECTED.formatted("");
    private static final String COUNTS = "SELECT i, sum(c)::bigint AS total "
            + SELECTED.formatted("CROSS JOIN LATERAL unnest(w.counts) WITH ORDINALITY AS one (c, i)")
            + " GROUP BY i ORDER BY i";

    private final Pool pool;

    DriftWindows(Pool pool) {
        this.pool = pool;
    }

    /** Adds to windows, in the order of their keys; one pipelined statement each, and a batch has few windows. */
    Uni<Void> add(SqlConnection tx, SortedMap<WindowKey, Histogram> histograms) {
        if (histograms.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> parameters = new ArrayList<>(histograms.size());
        histograms.forEach((window, histogram) -> {
            Cohort cohort = window.cohort();
            Long[] counts = Arrays.stream(histogram.counts()).boxed().toArray(Long[]::new);
            parameters.add(Tuple.of(
                    cohort.modelId(),
                    cohort.version(),
                    cohort.variant(),
                    window.hourStart(),
                    histogram.rows(),
                    counts));
        });
        return tx.preparedQuery(ADD).executeBatch(parameters).replaceWithVoid();
    }

    /** Sum of a version's windows in one variant, or (null) in all, from this hour on. */
    Uni<Histogram> read(VersionKey version, @Nullable String variant, long fromHour, int bins) {
        Tuple parameters = Tuple.of(version.modelId(), version.version(), variant, fromHour);
        return pool.preparedQuery(ROWS)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(rows -> pool.preparedQuery(COUNTS)
                        .execute(parameters)
                        .map(counts -> new Histogram(rows, counts(counts, bins))));
    }

    private static long[] counts(Iterable<Row> rows, int bins) {
        long[] counts = new long[bins];
        for (Row row : rows) {
            counts[row.getLong("i").intValue() - 1] = row.getLong("total");
        }
        return counts;
    }
}

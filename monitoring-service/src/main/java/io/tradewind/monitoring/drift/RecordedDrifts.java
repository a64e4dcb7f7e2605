package io.tradewind.monitoring.drift;

import java.util.Arrays;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.statistics.Cohort;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The latest recorded scores of each cohort. */
@Singleton
class RecordedDrifts {

    private static final String STORE = """
            INSERT INTO drift_recorded VALUES ($1, $2, $3, $4, $5, $6, $7, now())
            ON CONFLICT (model_id, model_version, variant) DO UPDATE SET
                feature = excluded.feature, prediction = excluded.prediction, performance = excluded.performance,
                recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            """;
    private static final String FIND = """
            SELECT feature, prediction, performance FROM drift_recorded
            WHERE model_id = $1 AND model_version = $2 AND ($3::text IS NULL OR variant = $3)
            ORDER BY recorded_at DESC LIMIT 1
            """;

    private final Pool pool;

    RecordedDrifts(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(Cohort cohort, RecordedDrift scores, String recordedBy) {
        return pool.preparedQuery(STORE)
                .execute(Tuple.from(Arrays.asList(
                        cohort.modelId(),
                        cohort.version(),
                        cohort.variant(),
                        scores.feature(),
                        scores.prediction(),
                        scores.performance(),
                        recordedBy)))
                .replaceWithVoid();
    }

    Uni<Optional<RecordedDrift>> find(VersionKey version, @Nullable String variant) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(version.modelId(), version.version(), variant))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> new RecordedDrift(
                                        row.getDouble("feature"),
                                        row.getDouble("prediction"),
                                        row.getDouble("performance"))));
    }
}

package io.tradewind.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.statistics.Cohort;
import io.tradewind.monitoring.statistics.WindowKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Observations that came before their reference. */
@Singleton
class PendingObservations {

    private static final String ADD = """
            INSERT INTO drift_pending (
                prediction_id, model_id, model_version, variant, hour_start, feature_names, features, outputs)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (prediction_id) DO NOTHING
            """;
    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT 1 FROM drift_pending WHERE model_id = $1 AND model_version = $2 LIMIT $3) AS kept
            """;
    private static final String TAKE = """
            DELETE FROM drift_pending WHERE prediction_id IN (
                SELECT prediction_id FROM drift_pending WHERE model_id = $1 AND model_version = $2
                ORDER BY prediction_id LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;
    private static final String VERSIONS_TO_COUNT = """
            SELECT model_id, model_version FROM drift_reference r WHERE status IN ('READY', 'ABSENT') AND EXISTS (
                SELECT 1 FROM drift_pending p WHERE p.model_id = r.model_id AND p.model_version = r.model_version)
            """;

    private final Pool pool;

    PendingObservations(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(SqlConnection tx, List<Observation> observations) {
        List<Tuple> parameters =
                observations.stream().map(PendingObservations::parameters).toList();
        return tx.preparedQuery(ADD).executeBatch(parameters).replaceWithVoid();
    }

    /** How many are kept for this version, counted up to a limit. */
    Uni<Integer> count(SqlConnection tx, VersionKey version, int limit) {
        return tx.preparedQuery(COUNT)
                .execute(Tuple.of(version.modelId(), version.version(), limit))
                .map(rows -> rows.iterator().next().getLong(0).intValue());
    }

    /** Removes and answers some of this version's. */
    Uni<List<Observation>> take(SqlConnection tx, VersionKey version, int limit) {
        return tx.preparedQuery(TAKE)
                .execute(Tuple.of(version.modelId(), version.version(), limit))
                .map(rows -> {
                    List<Observation> observations = new ArrayList<>(rows.size());
                    rows.forEach(row -> observations.add(observation(row)));
                    return observations;
                });
    }

    /** Versions whose fate is known and that still have observations here. */
    Uni<List<VersionKey>> versionsToCount() {
        return pool.query(VERSIONS_TO_COUNT).execute().map(rows -> {
            List<VersionKey> versions = new ArrayList<>(rows.size());
            rows.forEach(row -> versions.add(new VersionKey(row.getUUID("model_id"), row.getInteger("model_version"))));
            return versions;
        });
    }

    private static Tuple parameters(Observation observation) {
        Cohort cohort = observation.window().cohort();
        List<String> names = observation.featureNames();
        List<Double> features = observation.features();
        List<Object> values = new ArrayList<>();
        values.add(observation.predictionId());
        values.add(cohort.modelId());
        values.add(cohort.version());
        values.add(cohort.variant());
        values.add(observation.window().hourStart());
        values.add(names == null ? null : names.toArray(String[]::new));
        values.add(features == null ? null : features.toArray(Double[]::new));
        values.add(observation.outputs().toArray(Double[]::new));
        return Tuple.from(values);
    }

    private static Observation observation(Row row) {
        UUID modelId = row.getUUID("model_id");
        Cohort cohort = new Cohort(modelId, row.getInteger("model_version"), row.getString("variant"));
        String[] names = row.getArrayOfStrings("feature_names");
        Double[] features = row.getArrayOfDoubles("features");
        return new Observation(
                row.getUUID("prediction_id"),
                new WindowKey(cohort, row.getLong("hour_start")),
                names == null ? null : List.of(names),
                features == null ? null : Arrays.asList(features),
                List.of(row.getArrayOfDoubles("outputs")));
    }
}

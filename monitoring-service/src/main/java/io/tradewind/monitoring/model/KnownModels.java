package io.tradewind.monitoring.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** The projection's rows. */
@Singleton
class KnownModels {

    private static final String STORE = """
            INSERT INTO model_projection AS m (model_id, owner, name, status, revision)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[])
            ON CONFLICT (model_id) DO UPDATE
            SET owner = excluded.owner, name = excluded.name, status = excluded.status, revision = excluded.revision
            WHERE excluded.revision > m.revision
            """;
    private static final String FIND =
            "SELECT model_id, owner, name FROM model_projection WHERE model_id = ANY($1) AND status <> 'DELETED'";
    private static final String VISIBLE = """
            SELECT model_id, owner, name FROM model_projection
            WHERE status <> 'DELETED' AND ($1::text IS NULL OR owner = $1) ORDER BY model_id LIMIT $2
            """;

    private final Pool pool;

    KnownModels(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> store(SqlConnection tx, Collection<ModelChanged> changes) {
        // Two records of one model in a batch: only the newest may be in the statement, or it would touch a row twice.
        TreeMap<UUID, ModelChanged> newest = new TreeMap<>();
        changes.forEach(
                change -> newest.merge(change.modelId(), change, (a, b) -> b.revision() > a.revision() ? b : a));
        return tx.preparedQuery(STORE)
                .execute(Tuple.from(List.of(
                        newest.keySet().toArray(UUID[]::new),
                        newest.values().stream().map(ModelChanged::owner).toArray(String[]::new),
                        newest.values().stream().map(ModelChanged::name).toArray(String[]::new),
                        newest.values().stream()
                                .map(ModelChanged::status)
                                .map(ModelStatus::name)
                                .toArray(String[]::new),
                        newest.values().stream().map(ModelChanged::revision).toArray(Long[]::new))))
                .replaceWithVoid();
    }

    Uni<Optional<KnownModel>> find(UUID id) {
        return find(List.of(id)).map(models -> models.stream().findFirst());
    }

    Uni<List<KnownModel>> find(Collection<UUID> ids) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(KnownModels::models);
    }

    Uni<List<KnownModel>> ownedBy(String owner, int limit) {
        return visible(Tuple.of(owner, limit));
    }

    Uni<List<KnownModel>> all(int limit) {
        return visible(Tuple.of(null, limit));
    }

    private Uni<List<KnownModel>> visible(Tuple parameters) {
        return pool.preparedQuery(VISIBLE).execute(parameters).map(KnownModels::models);
    }

    private static List<KnownModel> models(RowSet<Row> rows) {
        List<KnownModel> models = new ArrayList<>(rows.size());
        for (Row row : rows) {
            models.add(new KnownModel(row.getUUID("model_id"), row.getString("owner"), row.getString("name")));
        }
        return models;
    }
}

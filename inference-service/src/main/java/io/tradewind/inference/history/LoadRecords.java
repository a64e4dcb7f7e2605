package io.tradewind.inference.history;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.paging.Limit;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Load records in PostgreSQL. */
@Singleton
class LoadRecords {

    private static final String INSERT = """
            insert into load_record
                (replica_id, model_id, version, deployment_revision, outcome, load_millis, reason, occurred_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String PAGE = """
            select id, replica_id, model_id, version, deployment_revision, outcome, load_millis, reason, occurred_at
            from load_record
            where model_id = any($1) and ($2::bigint is null or id < $2)
            order by id desc limit $3""";
    private static final String PRUNE = "delete from load_record where occurred_at < $1";

    private final Pool pool;

    LoadRecords(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(LoadRecord load) {
        Tuple values = Tuple.tuple()
                .addString(load.replicaId())
                .addUUID(load.modelId())
                .addInteger(load.version())
                .addLong(load.deploymentRevision())
                .addString(load.outcome().name())
                .addLong(load.loadMillis())
                .addString(load.reason())
                .addOffsetDateTime(OffsetDateTime.ofInstant(load.occurredAt(), ZoneOffset.UTC));
        return pool.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** The newest records of these models that are older than the one with id {@code before}. */
    Uni<List<LoadRecord>> page(List<UUID> models, @Nullable Long before, Limit limit) {
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(models.toArray(UUID[]::new))
                .addLong(before)
                .addInteger(limit.fetch());
        return pool.preparedQuery(PAGE).execute(values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(LoadRecords::read)
                .toList());
    }

    Uni<Void> prune(Duration age) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(age)))
                .replaceWithVoid();
    }

    private static LoadRecord read(Row row) {
        return new LoadRecord(
                row.getLong("id"),
                row.getString("replica_id"),
                row.getUUID("model_id"),
                row.getInteger("version"),
                row.getLong("deployment_revision"),
                LoadRecord.Outcome.valueOf(row.getString("outcome")),
                row.getLong("load_millis"),
                row.getString("reason"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }
}

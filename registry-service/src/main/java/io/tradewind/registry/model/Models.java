package io.tradewind.registry.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows of {@code model} as commands read and write them: locked first, within the caller's transaction. */
@ApplicationScoped
public class Models {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSERT = """
            insert into model (id, owner, name, architecture, task, symbols, timeframe, description, config, tags,
                status, revision, last_version, latest_ready_version, running_jobs, deployment_status,
                deployment_revision, target_version, target_digest, active_version, active_digest, deployment_reason,
                created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                $22, $23, $24)
            """;
    private static final String UPDATE = """
            update model set owner = $2, name = $3, architecture = $4, task = $5, symbols = $6, timeframe = $7,
                description = $8, config = $9, tags = $10, status = $11, revision = $12, last_version = $13,
                latest_ready_version = $14, running_jobs = $15, deployment_status = $16, deployment_revision = $17,
                target_version = $18, target_digest = $19, active_version = $20, active_digest = $21,
                deployment_reason = $22, created_at = $23, updated_at = $24
            where id = $1
            """;
    private static final String LOCK = "select * from model where id = $1 and status <> 'DELETED' for update";

    Uni<Void> insert(SqlConnection tx, Model model) {
        return write(tx, INSERT, model);
    }

    Uni<Void> update(SqlConnection tx, Model model) {
        return write(tx, UPDATE, model);
    }

    /** Locks a model until the transaction ends; empty when there is none or it was deleted. */
    public Uni<Optional<Model>> findLocked(SqlConnection tx, UUID id) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(id)).map(Models::first);
    }

    /** Those of these models that were deleted. */
    public Uni<List<UUID>> deletedAmong(SqlClient client, List<UUID> ids) {
        return client.preparedQuery("select id from model where status = 'DELETED' and id = any($1)")
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(Models::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private static Uni<Void> write(SqlConnection tx, String sql, Model model) {
        return tx.preparedQuery(sql)
                .execute(values(model))
                .replaceWithVoid()
                .onFailure(Models::nameIsTaken)
                .transform(taken -> new ServiceException(
                        ErrorCode.CONFLICT,
                        "you have a model named '" + model.profile().name() + "' already; names are unique per owner"));
    }

    private static boolean nameIsTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static Tuple values(Model model) {
        ModelProfile profile = model.profile();
        DeploymentState deployment = model.deployment();
        return Tuple.from(Arrays.asList(
                model.id(),
                profile.owner(),
                profile.name(),
                profile.architecture(),
                profile.task(),
                profile.symbols().toArray(String[]::new),
                profile.timeframe(),
                profile.description(),
                new JsonObject(profile.config()),
                profile.tags().toArray(String[]::new),
                model.status().name(),
                model.revision(),
                model.lastVersion(),
                model.latestReadyVersion(),
                model.runningJobs().toArray(UUID[]::new),
                deployment.status().name(),
                deployment.revision(),
                deployment.targetVersion(),
                deployment.targetBundleDigest(),
                deployment.activeVersion(),
                deployment.activeBundleDigest(),
                deployment.reason(),
                model.createdAt().atOffset(ZoneOffset.UTC),
                model.updatedAt().atOffset(ZoneOffset.UTC)));
    }

    private static Optional<Model> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(model(iterator.next())) : Optional.empty();
    }

    private static Model model(Row row) {
        return new Model(
                row.getUUID("id"),
                profile(row),
                ModelStatus.valueOf(row.getString("status")),
                row.getLong("revision"),
                row.getInteger("last_version"),
                row.getInteger("latest_ready_version"),
                Set.of(row.getArrayOfUUIDs("running_jobs")),
                deployment(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static ModelProfile profile(Row row) {
        return new ModelProfile(
                row.getString("name"),
                row.getString("owner"),
                row.getString("architecture"),
                row.getString("task"),
                List.of(row.getArrayOfStrings("symbols")),
                row.getString("timeframe"),
                row.getString("description"),
                row.getJsonObject("config").getMap(),
                List.of(row.getArrayOfStrings("tags")));
    }

    private static DeploymentState deployment(Row row) {
        return new DeploymentState(
                DeploymentStatus.valueOf(row.getString("deployment_status")),
                row.getLong("deployment_revision"),
                row.getInteger("target_version"),
                row.getString("target_digest"),
                row.getInteger("active_version"),
                row.getString("active_digest"),
                row.getString("deployment_reason"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}

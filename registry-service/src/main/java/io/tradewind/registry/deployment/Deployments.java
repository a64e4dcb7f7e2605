package io.tradewind.registry.deployment;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows of {@code deployment_history} as commands write and read them. */
@ApplicationScoped
class Deployments {
    /** Hibernate Reactive reads JSON objects only, so that the list of overridden checks is kept in one. */
    static final String CHECKS = "checks";

    /** Rolling back further than this many activations is no undoing any more. */
    private static final int REMEMBERED_ACTIVATIONS = 200;

    private static final String APPEND = """
            insert into deployment_history (model_id, revision, step, cause, version, previous_version, actor, reason,
                gates_overridden, failed_checks, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String ACTIVATIONS = """
            select revision, cause, version, actor, at from deployment_history
            where model_id = $1 and step = 'ACTIVE' order by id desc limit $2
            """;
    private static final String CAUSE = """
            select cause from deployment_history where model_id = $1 and revision = $2 and step = 'REQUESTED'
            order by id desc limit 1
            """;
    private static final String UNSETTLED =
            "select id from model where deployment_status in ('DEPLOYING', 'FAILED') and status <> 'DELETED' order by id";

    /** Appends a step within the transaction that takes it. */
    Uni<Void> append(SqlConnection tx, HistoryEntry entry) {
        return tx.preparedQuery(APPEND)
                .execute(Tuple.from(Arrays.asList(
                        entry.modelId(),
                        entry.revision(),
                        entry.step().name(),
                        entry.cause().name(),
                        entry.version(),
                        entry.previousVersion(),
                        entry.actor(),
                        entry.reason(),
                        entry.gatesOverridden(),
                        new JsonObject(Map.of(CHECKS, entry.failedChecks())),
                        entry.at().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** The versions that became active, oldest first. */
    Uni<List<HistoryEntry>> activations(SqlConnection tx, UUID modelId) {
        return tx.preparedQuery(ACTIVATIONS)
                .execute(Tuple.of(modelId, REMEMBERED_ACTIVATIONS))
                .map(rows -> activations(rows, modelId));
    }

    /** What brought about the target of a revision. */
    Uni<HistoryEntry.Cause> cause(SqlConnection tx, UUID modelId, long revision) {
        return tx.preparedQuery(CAUSE).execute(Tuple.of(modelId, revision)).map(rows -> first(rows)
                .orElse(HistoryEntry.Cause.DEPLOY));
    }

    /** Models whose deployment a replica's report may move on. */
    Uni<List<UUID>> unsettled(SqlConnection tx) {
        return tx.preparedQuery(UNSETTLED).execute().map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    private static Optional<HistoryEntry.Cause> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(HistoryEntry.Cause.valueOf(row.getString(0)));
        }
        return Optional.empty();
    }

    private static List<HistoryEntry> activations(RowSet<Row> rows, UUID modelId) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Row row : rows) {
            entries.add(new HistoryEntry(
                    modelId,
                    row.getLong(0),
                    HistoryEntry.Step.ACTIVE,
                    HistoryEntry.Cause.valueOf(row.getString(1)),
                    row.getInteger(2),
                    null,
                    row.getString(3),
                    null,
                    false,
                    List.of(),
                    row.getOffsetDateTime(4).toInstant()));
        }
        Collections.reverse(entries);
        return entries;
    }
}

package io.tradewind.registry.activity;

import java.time.ZoneOffset;
import java.util.Arrays;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the log; nothing here changes or removes an entry, and the table refuses it too. */
@ApplicationScoped
public class Activities {

    private static final String INSERT = """
            insert into activity (model_id, revision, action, actor, version, reason, before, after, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    /** Appends an entry within the transaction that makes the change. */
    public Uni<Void> append(SqlConnection tx, ActivityEntry entry) {
        Tuple values = Tuple.from(Arrays.asList(
                entry.modelId(),
                entry.revision(),
                entry.action(),
                entry.actor(),
                entry.version(),
                entry.reason(),
                new JsonObject(entry.difference().before()),
                new JsonObject(entry.difference().after()),
                entry.at().atOffset(ZoneOffset.UTC)));
        return tx.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }
}

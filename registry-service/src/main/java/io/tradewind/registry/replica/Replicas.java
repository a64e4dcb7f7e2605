package io.tradewind.registry.replica;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelLoaded;
import io.tradewind.contracts.model.ModelUnloaded;
import io.tradewind.contracts.model.ReplicaSeen;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which replicas are alive and what they serve.
 *
 * <p>Liveness goes by this service's clock when a heartbeat is read, not by the sender's: two machines need not agree on
 * the time. Heartbeats that are read late after an outage only make a replica that is gone count a little longer.
 */
@ApplicationScoped
public class Replicas {
    private static final String BEAT = """
            insert into replica (id, seen_at, heartbeat_millis) values ($1, $2, $3)
            on conflict (id) do update set seen_at = excluded.seen_at, heartbeat_millis = excluded.heartbeat_millis
            """;
    private static final String KNOW =
            "insert into replica (id, seen_at, heartbeat_millis) values ($1, $2, $3) on conflict (id) do nothing";
    private static final String GONE = "delete from replica where id = $1";
    private static final String FORGET =
            "delete from replica where seen_at + heartbeat_millis * $1 * interval '1 millisecond' < $2";
    private static final String SERVES_NOTHING = "delete from replica_serving where replica_id = $1";
    private static final String SERVES = """
            insert into replica_serving (replica_id, model_id, version) values ($1, $2, $3)
            on conflict (replica_id, model_id, version) do nothing
            """;
    private static final String UNLOADED =
            "delete from replica_serving where replica_id = $1 and model_id = $2 and version = $3";
    private static final String LIVE = """
            select r.id, s.version from replica r
            left join replica_serving s on s.replica_id = r.id and s.model_id = $1
            where r.seen_at + r.heartbeat_millis * $2 * interval '1 millisecond' > $3
            order by r.id
            """;

    private final ReplicaConfig config;
    private final Clock clock;

    Replicas(ReplicaConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Notes a heartbeat: the replica is alive and serves exactly this, or says goodbye. */
    public Uni<Void> seen(SqlConnection tx, ReplicaSeen beat) {
        if (beat.stopping()) {
            return execute(tx, GONE, Tuple.of(beat.replicaId()));
        }
        return execute(tx, BEAT, Tuple.of(beat.replicaId(), now(), Math.max(1, beat.heartbeatMillis())))
                .chain(() -> execute(tx, SERVES_NOTHING, Tuple.of(beat.replicaId())))
                .chain(() -> serves(tx, beat))
                .chain(() ->
                        execute(tx, FORGET, Tuple.of(config.missedHeartbeats(), now().minus(config.forgetAfter()))));
    }

    /** Notes that a replica serves a version beside what it served before. */
    public Uni<Void> loaded(SqlConnection tx, ModelLoaded loaded) {
        Tuple replica =
                Tuple.of(loaded.replicaId(), now(), config.assumedHeartbeat().toMillis());
        return execute(tx, KNOW, replica)
                .chain(() -> execute(tx, SERVES, Tuple.of(loaded.replicaId(), loaded.modelId(), loaded.version())));
    }

    /** Notes that a replica no longer serves a version. */
    public Uni<Void> unloaded(SqlConnection tx, ModelUnloaded unloaded) {
        return execute(tx, UNLOADED, Tuple.of(unloaded.replicaId(), unloaded.modelId(), unloaded.version()));
    }

    /** Every replica that is alive, with what it serves of one model. */
    public Uni<List<LiveReplica>> live(SqlClient client, UUID modelId) {
        return client.preparedQuery(LIVE)
                .execute(Tuple.of(modelId, config.missedHeartbeats(), now()))
                .map(Replicas::replicas);
    }

    private static Uni<Void> serves(SqlConnection tx, ReplicaSeen beat) {
        if (beat.serving().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> served = beat.serving().stream()
                .map(one -> Tuple.of(beat.replicaId(), one.modelId(), one.version()))
                .toList();
        return tx.preparedQuery(SERVES).executeBatch(served).replaceWithVoid();
    }

    private static Uni<Void> execute(SqlConnection tx, String sql, Tuple values) {
        return tx.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<LiveReplica> replicas(RowSet<Row> rows) {
        Map<String, Set<Integer>> serving = new LinkedHashMap<>();
        for (Row row : rows) {
            Set<Integer> versions = serving.computeIfAbsent(row.getString(0), id -> new TreeSet<>());
            Integer version = row.getInteger(1);
            if (version != null) {
                versions.add(version);
            }
        }
        List<LiveReplica> replicas = new ArrayList<>();
        serving.forEach((id, versions) -> replicas.add(new LiveReplica(id, versions)));
        return replicas;
    }
}

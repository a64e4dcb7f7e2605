package io.tradewind.monitoring.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.learning.reference.ReferenceProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** References of versions as they are stored, and those that were used lately in memory: they never change. */
@Singleton
class References {

    /** A version whose reference is to be fetched now. */
    record Claim(VersionKey version, int attempts) {}

    // About 100 features with 10 bins each: some 20 kB.
    private static final int IN_MEMORY = 256;

    private static final String FIND = """
            SELECT * FROM drift_reference
            WHERE (model_id, model_version) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))
            """;
    private static final String WANT = """
            INSERT INTO drift_reference (model_id, model_version, status)
            SELECT *, 'WANTED' FROM unnest($1::uuid[], $2::int[]) ON CONFLICT DO NOTHING
            """;
    // The next attempt is put off at once: another replica, or this one after a crash, comes back to it by itself.
    private static final String CLAIM = """
            UPDATE drift_reference r SET attempts = r.attempts + 1, next_attempt_at = now() + interval '30 seconds'
            FROM (SELECT model_id, model_version FROM drift_reference
                WHERE status <> 'READY' AND next_attempt_at <= now()
                ORDER BY model_id, model_version LIMIT $1 FOR UPDATE SKIP LOCKED) due
            WHERE r.model_id = due.model_id AND r.model_version = due.model_version
            RETURNING r.model_id, r.model_version, r.attempts
            """;
    private static final String READY = """
            UPDATE drift_reference SET status = 'READY', profile = $3, evaluation_accuracy = $4, reason = NULL
            WHERE model_id = $1 AND model_version = $2
            """;
    private static final String PUT_OFF = """
            UPDATE drift_reference
            SET status = $3, reason = $4, next_attempt_at = now() + $5::bigint * interval '1 millisecond'
            WHERE model_id = $1 AND model_version = $2 AND status <> 'READY'
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private final Map<VersionKey, ReferenceState.Ready> ready = new ConcurrentHashMap<>();

    References(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** States of these versions; those never seen before are put on the list of what is wanted. */
    Uni<Map<VersionKey, ReferenceState>> require(SqlConnection tx, Collection<VersionKey> versions) {
        Map<VersionKey, ReferenceState> states = new TreeMap<>();
        TreeSet<VersionKey> unknown = new TreeSet<>();
        for (VersionKey version : versions) {
            ReferenceState.Ready cached = ready.get(version);
            if (cached == null) {
                unknown.add(version);
            } else {
                states.put(version, cached);
            }
        }
        if (unknown.isEmpty()) {
            return Uni.createFrom().item(states);
        }
        return tx.preparedQuery(WANT)
                .execute(keys(unknown))
                .chain(() -> find(tx, unknown))
                .map(found -> {
                    unknown.forEach(
                            version -> states.put(version, found.getOrDefault(version, new ReferenceState.Wanted())));
                    return states;
                });
    }

    /** State of a version; wanted, as long as nobody has asked for it. */
    Uni<ReferenceState> state(VersionKey version) {
        ReferenceState.Ready cached = ready.get(version);
        return cached != null
                ? Uni.createFrom().item(cached)
                : find(pool, List.of(version)).map(found -> found.getOrDefault(version, new ReferenceState.Wanted()));
    }

    /** Versions whose turn it is to be fetched; nobody else gets them for half a minute. */
    Uni<List<Claim>> claim(int limit) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(limit)).map(rows -> {
            List<Claim> claims = new ArrayList<>(rows.size());
            rows.forEach(row -> claims.add(new Claim(key(row), row.getInteger("attempts"))));
            return claims;
        });
    }

    Uni<Void> ready(VersionKey version, String profile, @Nullable Double evaluationAccuracy) {
        return pool.preparedQuery(READY)
                .execute(Tuple.of(version.modelId(), version.version(), profile, evaluationAccuracy))
                .replaceWithVoid();
    }

    Uni<Void> absent(VersionKey version, String reason, Duration pause) {
        return putOff(version, "ABSENT", reason, pause);
    }

    Uni<Void> failed(VersionKey version, String reason, Duration pause) {
        return putOff(version, "WANTED", reason, pause);
    }

    /** Reads a profile; fails for text that is none. */
    DriftReference parse(String profile, @Nullable Double evaluationAccuracy) {
        try {
            ReferenceProfile read = json.readValue(profile, ReferenceProfile.class);
            return new DriftReference(
                    read.features().stream().map(ReferenceColumn::of).toList(),
                    read.outputs().stream().map(ReferenceColumn::of).toList(),
                    evaluationAccuracy);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("reference.json cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private Uni<Void> putOff(VersionKey version, String status, String reason, Duration pause) {
        return pool.preparedQuery(PUT_OFF)
                .execute(Tuple.of(version.modelId(), version.version(), status, reason, pause.toMillis()))
                .replaceWithVoid();
    }

    private Uni<Map<VersionKey, ReferenceState>> find(SqlClient client, Collection<VersionKey> versions) {
        return client.preparedQuery(FIND).execute(keys(versions)).map(rows -> {
            Map<VersionKey, ReferenceState> states = new HashMap<>();
            rows.forEach(row -> states.put(key(row), state(row)));
            return states;
        });
    }

    private ReferenceState state(Row row) {
        return switch (row.getString("status")) {
            case "READY" ->
                remember(
                        key(row),
                        new ReferenceState.Ready(
                                parse(row.getString("profile"), row.getDouble("evaluation_accuracy"))));
            case "ABSENT" -> new ReferenceState.Absent(row.getString("reason"));
            default -> new ReferenceState.Wanted();
        };
    }

    private ReferenceState remember(VersionKey version, ReferenceState.Ready state) {
        // Versions in use are few; starting over is simpler than remembering which was used when.
        if (ready.size() >= IN_MEMORY) {
            ready.clear();
        }
        ready.put(version, state);
        return state;
    }

    private static VersionKey key(Row row) {
        return new VersionKey(row.getUUID("model_id"), row.getInteger("model_version"));
    }

    private static Tuple keys(Collection<VersionKey> versions) {
        return Tuple.of(
                versions.stream().map(VersionKey::modelId).toArray(UUID[]::new),
                versions.stream().map(VersionKey::version).toArray(Integer[]::new));
    }
}

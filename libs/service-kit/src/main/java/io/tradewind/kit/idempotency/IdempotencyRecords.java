package io.tradewind.kit.idempotency;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keys and answers in the table {@code idempotency_key}. */
@Singleton
class IdempotencyRecords {

    private static final Logger LOG = Logger.getLogger(IdempotencyRecords.class);
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    /** A claim that has run out belongs to a process that died: the next one takes it over. */
    private static final String CLAIM_KEY = """
            insert into idempotency_key (owner, scope, key, request_digest, claimed_until, claim)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (owner, scope, key) do update set claimed_until = $5, claim = $6
            where idempotency_key.status is null and idempotency_key.claimed_until < now()
              and idempotency_key.request_digest = $4
            returning claim""";

    private static final String READ = """
            select request_digest, status, headers, body from idempotency_key
            where owner = $1 and scope = $2 and key = $3""";
    private static final String STORE = """
            update idempotency_key set status = $5, headers = $6, body = $7
            where owner = $1 and scope = $2 and key = $3 and claim = $4""";
    private static final String RELEASE = """
            delete from idempotency_key
            where owner = $1 and scope = $2 and key = $3 and claim = $4 and status is null""";

    private final Pool pool;
    private final ObjectMapper json;

    IdempotencyRecords(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * A key and the request it came with.
     *
     * @param digest lower-case hex SHA-256 of the request
     */
    record Key(String owner, String scope, String key, String digest) {}

    Uni<Claim> claim(Key key) {
        UUID token = UUID.randomUUID();
        Tuple values = Tuple.from(List.of(
                key.owner(),
                key.scope(),
                key.key(),
                key.digest(),
                OffsetDateTime.now().plus(CLAIM),
                token));
        return pool.preparedQuery(CLAIM_KEY)
                .execute(values)
                .chain(claimed -> claimed.size() > 0 ? Uni.createFrom().item(new Claim.Granted(token)) : read(key));
    }

    private Uni<Claim> read(Key key) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(key.owner(), key.scope(), key.key()))
                .map(rows -> claimOf(key, rows));
    }

    /** No row: the one that was there has just been released, and the next attempt will get it. */
    private Claim claimOf(Key key, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new Claim.Running();
        }
        Row row = rows.iterator().next();
        if (!row.getString("request_digest").equals(key.digest())) {
            return new Claim.OtherRequest();
        }
        return row.getInteger("status") == null ? new Claim.Running() : new Claim.Answered(response(row));
    }

    private Response response(Row row) {
        try {
            Response.ResponseBuilder answer = Response.status(row.getInteger("status"));
            json.readValue(row.getString("headers"), HEADERS)
                    .forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
            String body = row.getString("body");
            return body == null
                    ? answer.build()
                    : answer.type("application/json").entity(body).build();
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("a stored answer cannot be read", cause);
        }
    }

    Uni<Void> store(Key key, Claim.Granted claim, Response response) {
        List<@Nullable Object> values = new java.util.ArrayList<>();
        values.add(key.owner());
        values.add(key.scope());
        values.add(key.key());
        values.add(claim.token());
        values.add(response.getStatus());
        values.add(write(headers(response)));
        values.add(response.getEntity() == null ? null : body(response.getEntity()));
        return pool.preparedQuery(STORE).execute(Tuple.from(values)).replaceWithVoid();
    }

    Uni<Void> release(Key key, Claim.Granted claim) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(key.owner(), key.scope(), key.key(), claim.token()))
                .replaceWithVoid()
                // The action's own failure is what the caller must hear; an abandoned claim runs out by itself.
                .onFailure()
                .invoke(failure -> LOG.debugf("claim not released: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }

    private static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getStringHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        headers.remove("Content-Type");
        headers.remove("Content-Length");
        return headers;
    }

    private String body(Object entity) {
        return entity instanceof String text ? text : write(entity);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException("an answer cannot be written as JSON", cause);
        }
    }

    void prune() {
        pool.preparedQuery("delete from idempotency_key where created_at < $1")
                .execute(Tuple.of(OffsetDateTime.now().minus(KEPT)))
                .subscribe()
                .with(
                        rows -> LOG.debugf("%d idempotency keys forgotten", rows.rowCount()),
                        failure -> LOG.debugf("idempotency keys could not be pruned: %s", failure.toString()));
    }
}

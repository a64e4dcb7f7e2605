package io.tradewind.registry.version;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Rows of {@code version} and {@code version_file} as commands read and write them. */
@ApplicationScoped
public class Versions {
    private static final String INSERT = """
            insert into version (model_id, number, creation_id, status, description, training_job_id, size_bytes,
                created_by, created_at)
            values ($1, $2, $3, 'PENDING', $4, $5, 0, $6, $7)
            """;
    private static final String NUMBER = "select number from version where model_id = $1 and creation_id = $2";
    private static final String STANDING =
            "select status, bundle_digest from version where model_id = $1 and number = $2";
    private static final String LOCK = STANDING + " for update";
    private static final String READY = """
            update version set status = 'READY', bundle_digest = $3, size_bytes = $4, manifest = $5, evaluation = $6,
                completed_at = $7
            where model_id = $1 and number = $2
            """;
    private static final String FAILED =
            "update version set status = 'FAILED', reason = $3, completed_at = $4 where model_id = $1 and number = $2";
    private static final String EXPIRED =
            "select model_id, number from version where status = 'PENDING' and created_at < $1 order by created_at limit 100";
    private static final String PUT_FILE = """
            insert into version_file (model_id, version, name, sha256, size_bytes, uploaded_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (model_id, version, name)
            do update set sha256 = excluded.sha256, size_bytes = excluded.size_bytes, uploaded_at = excluded.uploaded_at
            """;
    private static final String FILES = """
            select name, sha256, size_bytes, uploaded_at from version_file where model_id = $1 and version = $2
            order by name
            """;
    private static final String FORGET_FILES = "delete from version_file where model_id = $1 and version = $2";

    /** What a verified bundle says of itself. */
    public record Verified(
            String digest,
            long sizeBytes,
            Map<String, Object> manifest,
            @Nullable Map<String, Object> evaluation) {}

    /** Where a version stands, and which bundle it has once it is READY. */
    public record Standing(VersionStatus status, @Nullable String digest) {}

    /** Who created a version, when, and by which request. */
    record Created(UUID modelId, int number, UUID creationId, String creator, Instant at) {}

    /** A version by its model and number. */
    public record Key(UUID modelId, int number) {}

    Uni<Void> insert(SqlConnection tx, Created version, CreateVersionRequest request) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        version.modelId(),
                        version.number(),
                        version.creationId(),
                        request.description() == null ? "" : request.description(),
                        request.trainingJobId(),
                        version.creator(),
                        version.at().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** The version a request created before, if it did. */
    Uni<Optional<Integer>> findNumber(SqlConnection tx, UUID modelId, UUID creationId) {
        return tx.preparedQuery(NUMBER).execute(Tuple.of(modelId, creationId)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext() ? Optional.of(iterator.next().getInteger(0)) : Optional.empty();
        });
    }

    /** Locks a version until the transaction ends. */
    public Uni<Optional<Standing>> findLocked(SqlConnection tx, UUID modelId, int number) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(modelId, number)).map(Versions::standing);
    }

    /** Where a version stands just now; empty when there is none. */
    public Uni<Optional<Standing>> find(SqlClient client, UUID modelId, int number) {
        return client.preparedQuery(STANDING).execute(Tuple.of(modelId, number)).map(Versions::standing);
    }

    /** Marks a locked version as one that can be relied on. */
    public Uni<Void> ready(SqlConnection tx, UUID modelId, int number, Verified bundle, Instant now) {
        return tx.preparedQuery(READY)
                .execute(Tuple.from(Arrays.asList(
                        modelId,
                        number,
                        bundle.digest(),
                        bundle.sizeBytes(),
                        new JsonObject(bundle.manifest()),
                        bundle.evaluation() == null ? null : new JsonObject(bundle.evaluation()),
                        now.atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    /** Marks a locked version as refused and forgets its files. */
    public Uni<Void> failed(SqlConnection tx, UUID modelId, int number, String reason, Instant now) {
        return tx.preparedQuery(FAILED)
                .execute(Tuple.of(modelId, number, reason, now.atOffset(ZoneOffset.UTC)))
                .chain(() -> tx.preparedQuery(FORGET_FILES).execute(Tuple.of(modelId, number)))
                .replaceWithVoid();
    }

    /** Notes a file of a version that is put together, in place of one of the same name. */
    public Uni<Void> putFile(SqlConnection tx, UUID modelId, int number, VersionFile file) {
        return tx.preparedQuery(PUT_FILE)
                .execute(Tuple.of(
                        modelId,
                        number,
                        file.name(),
                        file.sha256(),
                        file.size(),
                        file.uploadedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** A version's files by name. */
    public Uni<List<VersionFile>> files(SqlClient client, UUID modelId, int number) {
        return client.preparedQuery(FILES).execute(Tuple.of(modelId, number)).map(Versions::files);
    }

    /** Some of the versions that have waited for their bundles for longer than that. */
    public Uni<List<Key>> waitingLongerThan(SqlClient client, Duration timeout, Instant now) {
        return client.preparedQuery(EXPIRED)
                .execute(Tuple.of(now.minus(timeout).atOffset(ZoneOffset.UTC)))
                .map(Versions::keys);
    }

    private static Optional<Standing> standing(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Standing(VersionStatus.valueOf(row.getString(0)), row.getString(1)));
        }
        return Optional.empty();
    }

    private static List<VersionFile> files(RowSet<Row> rows) {
        List<VersionFile> files = new ArrayList<>();
        for (Row row : rows) {
            files.add(new VersionFile(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getOffsetDateTime(3).toInstant()));
        }
        return files;
    }

    private static List<Key> keys(RowSet<Row> rows) {
        List<Key> keys = new ArrayList<>();
        for (Row row : rows) {
            keys.add(new Key(row.getUUID(0), row.getInteger(1)));
        }
        return keys;
    }
}

package io.tradewind.training.job;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.kit.outbox.Outbox;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Commands on stored jobs. Every one runs in the caller's transaction, under the lock of the job's row, and leaves the
 * event beside the change.
 */
@ApplicationScoped
public class Jobs {

    /** Columns in the order {@link #job} reads them. */
    static final String COLUMNS = """
            id, model_id, owner, requested_by, spec, status, phase, attempt, failures, reason, cancel_requested_by,
            progress, metrics, reserved_version, model_version, bundle_digest, created_at, started_at, finished_at
            """;

    private static final String INSERT = """
            INSERT INTO training_job
                (id, model_id, owner, requested_by, architecture, symbol, timeframe, spec, status, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'QUEUED', $9)
            """;

    /** Leaving RUNNING drops the lease; entering a last state sets its time; a job that waits again waits a while. */
    private static final String MOVE = """
            UPDATE training_job SET status = $2, attempt = $3, failures = $4, reason = $5, cancel_requested_by = $6,
                model_version = $7, bundle_digest = $8, metrics = coalesce($9, metrics),
                not_before = now() + make_interval(secs => $10),
                phase = CASE WHEN $2 = 'RUNNING' THEN coalesce(phase, 'PREPARING') END,
                progress = CASE WHEN $2 = 'RUNNING' AND attempt <> $3 THEN NULL ELSE progress END,
                lease_owner = CASE WHEN $2 = 'RUNNING' THEN coalesce($11, lease_owner) END,
                lease_until = CASE WHEN $2 = 'RUNNING' THEN coalesce(now() + make_interval(secs => $12), lease_until) END,
                started_at = CASE WHEN $2 = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
                finished_at = CASE WHEN $2 IN ('SUCCEEDED', 'FAILED', 'CANCELLED') THEN now() END,
                updated_at = now()
            WHERE id = $1
            """;

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final Outbox outbox;
    private final JobEvents events;
    private final ObjectMapper json;

    @Inject
    Jobs(Outbox outbox, JobEvents events, ObjectMapper json) {
        this.outbox = outbox;
        this.events = events;
        this.json = json;
    }

    Uni<Void> insert(SqlConnection tx, Job job) {
        JobSpec spec = job.spec();
        Tuple row = Tuple.tuple()
                .addUUID(job.id())
                .addUUID(job.modelId())
                .addString(job.owner())
                .addString(job.requestedBy())
                .addString(spec.architecture())
                .addString(spec.symbol())
                .addString(spec.timeframe())
                .addValue(document(spec))
                .addOffsetDateTime(utc(job.createdAt()));
        return tx.preparedQuery(INSERT).execute(row).chain(() -> announce(tx, job, job.state(), job.createdAt()));
    }

    /** The job with its row locked until the transaction ends. */
    public Uni<Optional<Job>> lock(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT " + COLUMNS + "FROM training_job WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(job(rows.iterator().next())));
    }

    /** Stores a state the job's own state allowed, and announces it when clients can tell the difference. */
    public Uni<Void> move(SqlConnection tx, Job job, JobState next, Move how) {
        Instant now = Instant.now();
        JobState.@Nullable Succeeded succeeded = next instanceof JobState.Succeeded done ? done : null;
        Tuple row = Tuple.tuple()
                .addUUID(job.id())
                .addString(next.status().name())
                .addInteger(next.attempt())
                .addInteger(next.failures())
                .addString(next.reason())
                .addString(next instanceof JobState.Running running ? running.cancelRequestedBy() : null)
                .addInteger(succeeded == null ? null : succeeded.modelVersion())
                .addString(succeeded == null ? null : succeeded.bundleDigest())
                .addValue(how.metrics() == null ? null : document(how.metrics()))
                .addDouble(seconds(how.pause()))
                .addString(how.leaseOwner())
                .addDouble(how.lease() == null ? null : seconds(how.lease()));
        Uni<Void> stored = tx.preparedQuery(MOVE).execute(row).replaceWithVoid();
        boolean seen = next.status() != job.state().status()
                || next.attempt() != job.state().attempt();
        return seen ? stored.chain(() -> announce(tx, job, next, now)) : stored;
    }

    private Uni<Void> announce(SqlConnection tx, Job job, JobState state, Instant now) {
        var changed = job.changed(state, now);
        return events.changed(tx, changed).chain(() -> outbox.append(tx, changed));
    }

    /** A row of {@link #COLUMNS}. */
    public Job job(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getUUID("model_id"),
                row.getString("owner"),
                row.getString("requested_by"),
                read(row.getJsonObject("spec"), JobSpec.class),
                state(row),
                Optional.ofNullable(row.getString("phase"))
                        .map(JobPhase::valueOf)
                        .orElse(null),
                optional(row, "progress", JobProgress.class),
                Optional.ofNullable(row.getJsonObject("metrics"))
                        .map(JsonObject::getMap)
                        .orElse(null),
                row.getInteger("reserved_version"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static JobState state(Row row) {
        return StoredState.of(
                JobStatus.valueOf(row.getString("status")),
                row.getInteger("attempt"),
                row.getInteger("failures"),
                row.getString("reason"),
                row.getString("cancel_requested_by"),
                row.getInteger("model_version"),
                row.getString("bundle_digest"));
    }

    private <T> @Nullable T optional(Row row, String column, Class<T> type) {
        @Nullable JsonObject value = row.getJsonObject(column);
        return value == null ? null : read(value, type);
    }

    private <T> T read(JsonObject value, Class<T> type) {
        return json.convertValue(value.getMap(), type);
    }

    private JsonObject document(Object value) {
        return new JsonObject(json.convertValue(value, DOCUMENT));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static @Nullable Instant instant(Row row, String column) {
        @Nullable OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * What goes with a change of state.
     *
     * @param metrics evaluation of the bundle; null where there is none
     * @param pause how long a job that waits again is left alone
     * @param leaseOwner who runs the job from now on; null where that does not change
     * @param lease how long, unless renewed; null where that does not change
     */
    public record Move(
            @Nullable Map<String, Object> metrics,
            Duration pause,
            @Nullable String leaseOwner,
            @Nullable Duration lease) {

        public static final Move PLAIN = after(Duration.ZERO);

        /** Back into the queue, for this long at least. */
        public static Move after(Duration pause) {
            return new Move(null, pause, null, null);
        }

        /** Claimed. */
        public static Move claimed(String owner, Duration lease) {
            return new Move(null, Duration.ZERO, owner, lease);
        }

        /** Done, with what the evaluation says. */
        public static Move evaluated(Map<String, Object> metrics) {
            return new Move(metrics, Duration.ZERO, null, null);
        }
    }
}

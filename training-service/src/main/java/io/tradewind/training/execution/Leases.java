package io.tradewind.training.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.kit.outbox.Outbox;
import io.tradewind.training.job.Job;
import io.tradewind.training.job.JobEvents;
import io.tradewind.training.job.JobPhase;
import io.tradewind.training.job.JobProgress;
import io.tradewind.training.job.JobState;
import io.tradewind.training.job.Jobs;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Claims on jobs. Time is the database's alone, and whatever a runner writes names its attempt: a runner whose job went to
 * another changes nothing any more.
 */
@ApplicationScoped
class Leases {

    private static final String NEXT = """
            SELECT id FROM training_job WHERE status = 'QUEUED' AND not_before <= now()
            ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String EXPIRED = """
            SELECT id FROM training_job WHERE status = 'RUNNING' AND lease_until < now()
            ORDER BY lease_until LIMIT 10 FOR UPDATE SKIP LOCKED
            """;

    private static final String RENEW = """
            UPDATE training_job AS j SET lease_until = now() + make_interval(secs => $2)
            FROM unnest($3::uuid[], $4::integer[]) AS mine (id, attempt)
            WHERE j.id = mine.id AND j.attempt = mine.attempt AND j.status = 'RUNNING' AND j.lease_owner = $1
            RETURNING j.id, j.cancel_requested_by IS NOT NULL
            """;

    private static final String OWNED = " WHERE id = $1 AND attempt = $2 AND lease_owner = $3 AND status = 'RUNNING'";

    private final Pool pool;
    private final Jobs jobs;
    private final JobEvents events;
    private final Outbox outbox;
    private final ExecutionConfig config;
    private final String self = "training-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    @Inject
    Leases(Pool pool, Jobs jobs, JobEvents events, Outbox outbox, ExecutionConfig config) {
        this.pool = pool;
        this.jobs = jobs;
        this.events = events;
        this.outbox = outbox;
        this.config = config;
    }

    /** A claim that still holds, and whether its job is to be cancelled. */
    record Renewed(UUID jobId, boolean cancelRequested) {}

    /** The job that waits longest, if one does. */
    Uni<Optional<Claim>> claim() {
        return pool.withTransaction(tx -> ids(tx.query(NEXT).execute())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : claim(tx, found.getFirst()).map(Optional::of)));
    }

    private Uni<Claim> claim(SqlConnection tx, UUID id) {
        return jobs.lock(tx, id).map(Optional::orElseThrow).chain(job -> {
            JobState.Running running = ((JobState.Queued) job.state()).start();
            return jobs.move(tx, job, running, Jobs.Move.claimed(self, config.lease()))
                    .replaceWith(new Claim(job, running.attempt()));
        });
    }

    /** Renews the claims that are still this replica's. */
    Uni<List<Renewed>> renew(Collection<Claim> claims) {
        Tuple mine = Tuple.of(self, config.lease().toMillis() / 1000.0)
                .addValue(claims.stream().map(Claim::jobId).toArray(UUID[]::new))
                .addValue(claims.stream().map(Claim::attempt).toArray(Integer[]::new));
        return pool.preparedQuery(RENEW).execute(mine).map(rows -> {
            List<Renewed> renewed = new ArrayList<>(rows.size());
            rows.forEach(row -> renewed.add(new Renewed(row.getUUID(0), row.getBoolean(1))));
            return renewed;
        });
    }

    /** Takes jobs from runners that were not heard of for a lease; tells how many. */
    Uni<Integer> reap() {
        return pool.withTransaction(tx -> ids(tx.query(EXPIRED).execute()).chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(id -> reap(tx, id))
                .collect()
                .asList()
                .map(List::size)));
    }

    private Uni<Job> reap(SqlConnection tx, UUID id) {
        Ended ended = new Ended.Lost("the service that ran it was not heard of for " + config.lease());
        return jobs.lock(tx, id)
                .map(Optional::orElseThrow)
                .call(job -> move(tx, job, (JobState.Running) job.state(), ended));
    }

    /** Stores how an attempt ended; false when the job is not this replica's any more. */
    Uni<Boolean> finish(Claim claim, Ended ended) {
        return pool.withTransaction(tx -> owned(tx, claim)
                .chain(owned -> owned
                        ? jobs.lock(tx, claim.jobId())
                                .map(Optional::orElseThrow)
                                .chain(job -> move(tx, job, (JobState.Running) job.state(), ended))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> move(SqlConnection tx, Job job, JobState.Running running, Ended ended) {
        JobState next = ended.next(running, config.mostLostAttempts());
        Duration pause = config.retryPause().multipliedBy(1L << Math.min(10, Math.max(0, next.failures() - 1)));
        Jobs.Move how = ended.metrics() != null
                ? Jobs.Move.evaluated(ended.metrics())
                : Jobs.Move.after(next.failures() > running.failures() ? pause : Duration.ZERO);
        return jobs.move(tx, job, next, how);
    }

    /** Stores epochs, announces them and keeps the newest at hand; false when the job is another's. */
    Uni<Boolean> progressed(Claim claim, JobProgress last, List<TrainingProgressed> epochs) {
        String sql = "UPDATE training_job SET phase = 'TRAINING', progress = $4, updated_at = now()" + OWNED;
        Tuple row = mine(claim).addValue(JsonObject.mapFrom(last));
        return pool.withTransaction(tx -> tx.preparedQuery(sql)
                .execute(row)
                .chain(updated -> updated.rowCount() == 1
                        ? events.progressed(tx, epochs)
                                .chain(() -> outbox.append(tx, epochs))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    Uni<Boolean> entered(Claim claim, JobPhase phase) {
        return update(claim, "phase = $4", phase.name());
    }

    Uni<Boolean> reserved(Claim claim, int version) {
        return update(claim, "reserved_version = $4", version);
    }

    private Uni<Boolean> update(Claim claim, String assignment, Object value) {
        return pool.preparedQuery("UPDATE training_job SET " + assignment + ", updated_at = now()" + OWNED)
                .execute(mine(claim).addValue(value))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Boolean> owned(SqlConnection tx, Claim claim) {
        return tx.preparedQuery("SELECT FROM training_job" + OWNED + " FOR UPDATE")
                .execute(mine(claim))
                .map(rows -> rows.size() == 1);
    }

    private Tuple mine(Claim claim) {
        return Tuple.of(claim.jobId(), claim.attempt(), self);
    }

    private static Uni<List<UUID>> ids(Uni<RowSet<Row>> query) {
        return query.map(rows -> {
            List<UUID> ids = new ArrayList<>(rows.size());
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }
}

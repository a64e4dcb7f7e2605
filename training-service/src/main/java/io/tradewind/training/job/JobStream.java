package io.tradewind.training.job;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Follows a job: what happened from a number on, then what happens, until nothing can happen any more. It looks into the
 * database, so that it does not matter which replica runs the job or wrote its events.
 */
@ApplicationScoped
class JobStream {

    private static final int BATCH = 500;

    private final JobEvents events;
    private final Pool pool;
    private final JobConfig config;
    private final AtomicInteger followers = new AtomicInteger();

    @Inject
    JobStream(JobEvents events, Pool pool, JobConfig config) {
        this.events = events;
        this.pool = pool;
        this.config = config;
    }

    /** What one look found; an empty one keeps the connection alive. */
    record Look(List<JobEvents.Stored> events, boolean last) {}

    /** Fails when all places are taken. */
    void requireRoom() {
        if (followers.get() >= config.mostFollowers()) {
            throw new ServiceException(
                    ErrorCode.OVERLOADED, config.mostFollowers() + " clients follow training jobs already");
        }
    }

    Multi<Look> follow(UUID jobId, long after) {
        followers.incrementAndGet();
        AtomicLong seen = new AtomicLong(after);
        AtomicLong spoke = new AtomicLong(System.nanoTime());
        return Multi.createBy()
                .repeating()
                .uni(() -> look(jobId, seen))
                .withDelay(config.followEvery())
                .whilst(look -> !look.last())
                .select()
                .where(look -> worthSending(look, spoke))
                .onTermination()
                .invoke(() -> followers.decrementAndGet());
    }

    private Uni<Look> look(UUID jobId, AtomicLong seen) {
        return events.after(jobId, seen.get(), BATCH).chain(found -> {
            if (found.isEmpty()) {
                return over(jobId, seen.get()).map(over -> new Look(List.of(), over));
            }
            seen.set(found.getLast().sequence());
            return Uni.createFrom().item(new Look(found, false));
        });
    }

    /** Read in one statement, so that an event written in between is not missed. */
    private Uni<Boolean> over(UUID jobId, long seen) {
        return pool.preparedQuery("SELECT status, event_sequence FROM training_job WHERE id = $1")
                .execute(Tuple.of(jobId))
                .map(rows -> rows.size() == 0
                        || (JobStatus.valueOf(rows.iterator().next().getString(0))
                                        .terminal()
                                && rows.iterator().next().getLong(1) <= seen));
    }

    private boolean worthSending(Look look, AtomicLong spoke) {
        long now = System.nanoTime();
        boolean worth = !look.events().isEmpty()
                || now - spoke.get() > config.keepAlive().toNanos();
        if (worth) {
            spoke.set(now);
        }
        return worth;
    }
}

package io.tradewind.training.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.training.candle.Candles;
import io.tradewind.training.candle.SeriesExtent;
import io.tradewind.training.registration.RegistryModel;
import io.tradewind.training.registration.RegistryModels;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What callers can do with jobs. */
@ApplicationScoped
public class JobService {

    private static final TypeReference<Map<String, Object>> PLAN = new TypeReference<>() {};

    private final Pool pool;
    private final Jobs jobs;
    private final JobQueries queries;
    private final JobEvents events;
    private final RegistryModels models;
    private final Candles candles;
    private final JobConfig config;
    private final Caller caller;
    private final Event<JobQueued> queued;
    private final Event<JobCancelRequested> cancels;
    private final ObjectMapper json;

    @Inject
    JobService(
            Pool pool,
            Jobs jobs,
            JobQueries queries,
            JobEvents events,
            RegistryModels models,
            Candles candles,
            JobConfig config,
            Caller caller,
            Event<JobQueued> queued,
            Event<JobCancelRequested> cancels,
            ObjectMapper json) {
        this.pool = pool;
        this.jobs = jobs;
        this.queries = queries;
        this.events = events;
        this.models = models;
        this.candles = candles;
        this.config = config;
        this.caller = caller;
        this.queued = queued;
        this.cancels = cancels;
        this.json = json;
    }

    /**
     * Checks everything that can be checked before any work, then queues the job.
     *
     * @param id of the new job; one there is already is shown again, so that a request may be repeated
     */
    public Uni<JobView> submit(UUID id, JobRequest request, String bearer) {
        return queries.findJob(id)
                .chain(found ->
                        found.map(job -> Uni.createFrom().item(job)).orElseGet(() -> create(id, request, bearer)))
                .map(JobView::of);
    }

    private Uni<Job> create(UUID id, JobRequest request, String bearer) {
        String requestedBy = caller.userId();
        return models.get(request.modelId(), bearer)
                .chain(model -> specify(request, model)
                        .map(spec -> Job.fresh(id, model.id(), model.owner(), requestedBy, spec, now())))
                .chain(this::enqueue)
                .invoke(job -> queued.fire(new JobQueued(job.id())));
    }

    Uni<Page<JobView>> list(@Nullable UUID modelId, @Nullable JobStatus status, Optional<Cursor> cursor, Limit limit) {
        @Nullable String owner = caller.admin() || caller.service() ? null : caller.userId();
        return queries.list(new JobFilter(owner, modelId, status), cursor, limit)
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.createdAt(), last.id()))
                        .map(JobView::of));
    }

    public Uni<JobView> get(UUID id) {
        return visible(id).map(JobView::of);
    }

    /** The job of this model that was asked for last, if the caller may see it. */
    public Uni<Optional<JobView>> latest(UUID modelId) {
        return queries.latest(modelId)
                .map(found -> found.filter(job -> caller.mayAccess(job.owner())).map(JobView::of));
    }

    /** Epochs of one attempt, the current one unless another is asked for. */
    Uni<List<TrainingProgressed>> epochs(UUID id, @Nullable Integer attempt, int afterEpoch, int most) {
        return visible(id)
                .chain(job -> events.epochs(id, attempt == null ? job.state().attempt() : attempt, afterEpoch, most));
    }

    /** Ends a waiting job at once and asks a running one to stop. */
    public Uni<JobView> cancel(UUID id) {
        String by = caller.userId();
        return visible(id)
                .chain(() -> pool.withTransaction(tx -> cancel(tx, id, by)))
                .invoke(() -> cancels.fire(new JobCancelRequested(id)))
                .chain(() -> get(id));
    }

    private Uni<Void> cancel(SqlConnection tx, UUID id, String by) {
        return jobs.lock(tx, id).chain(found -> {
            Job job = found.orElseThrow(() -> missing(id));
            return switch (job.state()) {
                case JobState.Queued waiting -> jobs.move(tx, job, waiting.cancel(by), Jobs.Move.PLAIN);
                case JobState.Running running -> jobs.move(tx, job, running.requestCancel(by), Jobs.Move.PLAIN);
                case JobState.Cancelled already -> Uni.createFrom().voidItem();
                case JobState.Succeeded over -> Uni.createFrom().failure(tooLate(id, over));
                case JobState.Failed over -> Uni.createFrom().failure(tooLate(id, over));
            };
        });
    }

    Uni<Job> visible(UUID id) {
        return queries.findJob(id).map(found -> {
            Job job = found.orElseThrow(() -> missing(id));
            caller.requireAccess(job.owner(), "training job " + id);
            return job;
        });
    }

    private Uni<JobSpec> specify(JobRequest request, RegistryModel model) {
        return queries.succeeded(model.id())
                .map(trials -> JobRules.resolve(request, model, trials.intValue()))
                .chain(wanted ->
                        candles.extent(wanted.series(), wanted.range()).map(extent -> specified(wanted, extent)));
    }

    /** The range is pinned to the candles there are now: another attempt trains on the same. */
    private JobSpec specified(JobRules.Wanted wanted, SeriesExtent extent) {
        JobRules.requireRows(wanted, extent.candles());
        if (extent.candles() > config.mostCandles()) {
            throw new ServiceException(
                    ErrorCode.UNPROCESSABLE,
                    "a job trains on at most " + config.mostCandles() + " candles, " + wanted.series() + " has "
                            + extent.candles() + " in that range; give from or to");
        }
        return new JobSpec(
                wanted.plan().architecture(),
                wanted.series().symbol(),
                wanted.series().timeframeLabel(),
                extent.firstOpenTime(),
                extent.lastOpenTime(),
                json.convertValue(wanted.plan(), PLAN));
    }

    private Uni<Job> enqueue(Job job) {
        return pool.withTransaction(tx -> tx.query("SELECT count(*) FROM training_job WHERE status = 'QUEUED'")
                        .execute()
                        .invoke(rows -> room(rows.iterator().next().getLong(0)))
                        .chain(() -> jobs.insert(tx, job)))
                .replaceWith(job);
    }

    private void room(long waiting) {
        if (waiting >= config.mostQueued()) {
            throw new ServiceException(
                    ErrorCode.OVERLOADED, "the queue is full: " + waiting + " training jobs wait already");
        }
    }

    private static ServiceException missing(UUID id) {
        return new ServiceException(ErrorCode.NOT_FOUND, "there is no training job " + id);
    }

    private static ServiceException tooLate(UUID id, JobState state) {
        return new ServiceException(
                ErrorCode.CONFLICT,
                "training job " + id + " is " + state.status() + " and cannot be cancelled any more");
    }

    /** PostgreSQL keeps microseconds: a finer clock would show one time now and another when read again. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

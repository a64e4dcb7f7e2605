package io.tradewind.training.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.training.job.JobCancelRequested;
import io.tradewind.training.job.JobQueued;
import io.tradewind.training.worker.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Claims jobs while there are free places, keeps the leases of those it runs, and picks up what others dropped. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(8);

    private final RunParts parts;
    private final Leases leases;
    private final BlockingDatabase database;
    private final Workers workers;
    private final ExecutionConfig config;
    private final MeterRegistry meters;
    private final Map<UUID, JobRun> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService dispatch = Executors.newSingleThreadScheduledExecutor(named("job-dispatch"));
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(named("job-heartbeat"));
    private final ExecutorService runs;

    @Inject
    JobRunner(
            RunParts parts,
            Leases leases,
            BlockingDatabase database,
            Workers workers,
            ExecutionConfig config,
            MeterRegistry meters) {
        this.parts = parts;
        this.leases = leases;
        this.database = database;
        this.workers = workers;
        this.config = config;
        this.meters = meters;
        this.runs = Executors.newFixedThreadPool(Math.max(1, config.concurrency()), named("job-run"));
        meters.gaugeMapSize("tradewind.training.jobs.running", List.of(), running);
    }

    void start(@Observes StartupEvent event) {
        try {
            workers.open();
        } catch (IOException unusable) {
            throw new UncheckedIOException("training.worker.directory cannot be used", unusable);
        }
        repeat(dispatch, config.pollEvery(), "the queue cannot be read", this::dispatch);
        repeat(heart, config.heartbeatEvery(), "leases cannot be renewed", this::heartbeat);
    }

    void queued(@Observes JobQueued job) {
        dispatchSoon();
    }

    /** Whoever cancels here does not wait for the heartbeat that would tell too. */
    void cancelled(@Observes JobCancelRequested job) {
        Optional.ofNullable(running.get(job.jobId())).ifPresent(run -> run.stop(StopSignal.Cause.CANCEL));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatch.shutdownNow();
        running.values().forEach(run -> run.stop(StopSignal.Cause.SHUTDOWN));
        runs.shutdown();
        if (!runs.awaitTermination(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%d jobs are left to their leases", running.size());
        }
        heart.shutdownNow();
    }

    private void dispatch() throws ExecutionException, InterruptedException {
        int reaped = database.once(leases::reap);
        if (reaped > 0) {
            LOG.warnf("%d jobs were taken from runners that were not heard of any more", reaped);
        }
        while (running.size() < config.concurrency()) {
            Optional<Claim> claim = database.once(leases::claim);
            if (claim.isEmpty()) {
                return;
            }
            JobRun run = new JobRun(claim.get(), parts);
            running.put(run.claim().jobId(), run);
            runs.execute(() -> see(run));
        }
    }

    private void see(JobRun run) {
        Claim claim = run.claim();
        long began = System.nanoTime();
        try {
            Ended ended = run.run();
            finish(claim, ended);
            String outcome = ended.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            meters.timer("tradewind.training.attempts", "outcome", outcome)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        } finally {
            running.remove(claim.jobId(), run);
        }
        dispatchSoon();
    }

    private void dispatchSoon() {
        if (!dispatch.isShutdown()) {
            dispatch.execute(guarded("the queue cannot be read", this::dispatch));
        }
    }

    private void finish(Claim claim, Ended ended) {
        LOG.infof("%s: %s", claim, ended);
        if (ended instanceof Ended.Disowned) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!database.await(() -> leases.finish(claim, ended), new StopSignal())) {
                LOG.warnf("%s went to another before its end was noted", claim);
            }
        } catch (DatabaseAwayException | IllegalStateException unnoted) {
            LOG.errorf(unnoted, "the end of %s could not be noted; it is left to its lease", claim);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void heartbeat() throws ExecutionException, InterruptedException {
        List<JobRun> mine = new ArrayList<>(running.values());
        if (mine.isEmpty()) {
            return;
        }
        List<Leases.Renewed> renewed = database.once(
                () -> leases.renew(mine.stream().map(JobRun::claim).toList()));
        Set<UUID> held = renewed.stream().map(Leases.Renewed::jobId).collect(Collectors.toSet());
        Set<UUID> unwanted = renewed.stream()
                .filter(Leases.Renewed::cancelRequested)
                .map(Leases.Renewed::jobId)
                .collect(Collectors.toSet());
        for (JobRun run : mine) {
            if (!held.contains(run.claim().jobId())) {
                run.stop(StopSignal.Cause.LEASE_LOST);
            } else if (unwanted.contains(run.claim().jobId())) {
                run.stop(StopSignal.Cause.CANCEL);
            }
        }
    }

    private static void repeat(ScheduledExecutorService thread, Duration pause, String trouble, Chore chore) {
        thread.scheduleWithFixedDelay(guarded(trouble, chore), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Chore {
        void run() throws ExecutionException, InterruptedException;
    }

    /** A scheduled chore that throws is never run again: this one is. */
    private static Runnable guarded(String trouble, Chore chore) {
        return () -> {
            try {
                chore.run();
            } catch (ExecutionException failed) {
                LOG.warnf("%s: %s", trouble, failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException unforeseen) {
                LOG.errorf(unforeseen, "%s", trouble);
            }
        };
    }

    private static ThreadFactory named(String name) {
        return task -> Thread.ofPlatform().daemon().name(name).unstarted(task);
    }
}

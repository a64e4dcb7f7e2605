package io.tradewind.training.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

import io.tradewind.learning.bundle.Bundle;
import io.tradewind.learning.bundle.BundleRefusedException;
import io.tradewind.learning.training.TrainingPlan;
import io.tradewind.training.job.JobPhase;
import io.tradewind.training.job.JobSpec;
import io.tradewind.training.registration.EarlierVersion;
import io.tradewind.training.registration.NewBundle;
import io.tradewind.training.registration.Registration;
import io.tradewind.training.registration.RegistrationWatch;
import io.tradewind.training.worker.WorkerOrder;
import io.tradewind.training.worker.WorkerProcess;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one job, seen through on one thread: candles out of the database, a worker process, a bundle, a version
 * in the registry. Plain blocking code; whatever it waits for, it stops waiting when it is signalled to.
 */
final class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class);

    private final Claim claim;
    private final RunParts parts;
    private final StopSignal stop = new StopSignal();

    JobRun(Claim claim, RunParts parts) {
        this.claim = claim;
        this.parts = parts;
    }

    Claim claim() {
        return claim;
    }

    void stop(StopSignal.Cause cause) {
        stop.raise(cause);
    }

    /** Runs to some end; this never throws, because an end that nobody notes would leave the job to its lease. */
    Ended run() {
        Ended ended = end();
        switch (ended) {
            case Ended.Registered done -> forget();
            case Ended.Failed failed -> forget();
            case Ended.Cancelled cancelled -> forget();
            // Another attempt goes on from the last checkpoint, here or in the service that comes after this one.
            case Ended.Lost lost -> {}
            case Ended.Released released -> {}
            case Ended.Disowned disowned -> {}
        }
        return ended;
    }

    private void forget() {
        parts.workers().discard(parts.workers().checkpoints(claim.jobId()));
    }

    private Ended end() {
        try {
            return attempt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return stopped(new Ended.Released());
        } catch (IOException | DatabaseAwayException failed) {
            return stopped(new Ended.Lost(String.valueOf(failed.getMessage())));
        } catch (BundleRefusedException refused) {
            return new Ended.Failed("the worker's bundle is refused: " + refused.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "%s failed in a way nobody thought of", claim);
            return stopped(new Ended.Failed("something went wrong on our side; the log knows job " + claim.jobId()));
        }
    }

    private Ended attempt() throws IOException, InterruptedException {
        EarlierVersion earlier = earlierVersion();
        if (earlier instanceof EarlierVersion.Ready(int version, String digest, Map<String, Object> evaluation)) {
            return new Ended.Registered(version, digest, evaluation);
        }
        Path folder = parts.workers().prepare(claim.jobId(), claim.attempt());
        try {
            return inFolder(folder, earlier);
        } finally {
            parts.workers().discard(folder);
        }
    }

    private Ended inFolder(Path folder, EarlierVersion earlier) throws IOException, InterruptedException {
        JobSpec spec = claim.job().spec();
        @Nullable TrainingPlan plan = plan(spec);
        if (plan == null) {
            return new Ended.Failed("this version of the service cannot read the plan the job was queued with");
        }
        long candles = parts.export().write(spec.series(), spec.range(), WorkerOrder.candles(folder), stop::isRaised);
        LOG.infof("%s trains %s on %d candles of %s", claim, spec.architecture(), candles, spec.series());
        enter(JobPhase.TRAINING);
        WorkerOrder order = new WorkerOrder(
                plan,
                spec.symbol(),
                spec.timeframe(),
                parts.workers().checkpoints(claim.jobId()).toString());
        WorkerEnd end;
        try (WorkerProcess worker = parts.workers().start(claim.jobId(), claim.attempt(), folder, order)) {
            end = new WorkerSupervision(claim, parts, worker, stop).untilItEnds();
        }
        return switch (end) {
            case WorkerEnd.Finished finished -> register(WorkerOrder.bundle(folder), finished.bundleDigest(), earlier);
            case WorkerEnd.Refused(String reason) -> new Ended.Failed(reason);
            case WorkerEnd.Died(String reason) -> stopped(new Ended.Lost(reason));
            case WorkerEnd.TimedOut(Duration limit) ->
                new Ended.Failed("training took longer than " + limit + " and was ended");
            case WorkerEnd.Stopped stopped -> stopped(new Ended.Lost("the worker stopped though nobody asked it to"));
        };
    }

    private Ended register(Path folder, String digest, EarlierVersion earlier)
            throws IOException, InterruptedException {
        Bundle bundle = Bundle.open(folder, digest);
        Map<String, Object> metrics = parts.metrics(bundle);
        if (bundle.evaluation().rows() <= 0) {
            return new Ended.Failed("the bundle's evaluation has no test rows: nothing is known about the model");
        }
        enter(JobPhase.REGISTERING);
        Registration registration = parts.registrations().register(newBundle(bundle, earlier), watch());
        return switch (registration) {
            case Registration.Registered done -> new Ended.Registered(done.version(), done.bundleDigest(), metrics);
            case Registration.Refused(String reason) -> new Ended.Failed(reason);
            case Registration.Unreachable(String reason) ->
                new Ended.Failed("the bundle could not be registered: " + reason);
            case Registration.Abandoned abandoned -> stopped(new Ended.Released());
        };
    }

    /** What the signal makes of an end; the end itself where there was no signal. */
    private Ended stopped(Ended otherwise) {
        return stop.cause()
                .<Ended>map(cause -> switch (cause) {
                    case CANCEL -> new Ended.Cancelled();
                    case SHUTDOWN -> new Ended.Released();
                    case LEASE_LOST -> new Ended.Disowned();
                })
                .orElse(otherwise);
    }

    private void enter(JobPhase phase) throws InterruptedException {
        boolean ours = parts.database().await(() -> parts.leases().entered(claim, phase), stop);
        if (!ours) {
            stop.raise(StopSignal.Cause.LEASE_LOST);
        }
    }

    private EarlierVersion earlierVersion() throws InterruptedException {
        @Nullable Integer reserved = claim.job().reservedVersion();
        return reserved == null
                ? new EarlierVersion.Gone()
                : parts.registrations().find(claim.job().modelId(), reserved, watch());
    }

    /** Attempts share a key, and so a version, unless that version is of no use any more. */
    private NewBundle newBundle(Bundle bundle, EarlierVersion earlier) {
        boolean another = claim.job().reservedVersion() != null && earlier instanceof EarlierVersion.Gone;
        return new NewBundle(
                claim.jobId(),
                claim.job().modelId(),
                bundle.directory(),
                bundle.digest(),
                another ? claim.jobId() + "-" + claim.attempt() : claim.jobId().toString(),
                earlier instanceof EarlierVersion.Open(int version) ? OptionalInt.of(version) : OptionalInt.empty());
    }

    private @Nullable TrainingPlan plan(JobSpec spec) {
        try {
            return parts.json().convertValue(spec.plan(), TrainingPlan.class);
        } catch (IllegalArgumentException unreadable) {
            LOG.warnf("plan of %s: %s", claim, unreadable.getMessage());
            return null;
        }
    }

    private RegistrationWatch watch() {
        return new RegistrationWatch() {
            @Override
            public boolean stopped() {
                return stop.isRaised();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                stop.pause(duration);
            }

            @Override
            public void reserved(int version) throws InterruptedException {
                boolean ours = parts.database().await(() -> parts.leases().reserved(claim, version), stop);
                if (!ours) {
                    stop.raise(StopSignal.Cause.LEASE_LOST);
                }
            }
        };
    }
}

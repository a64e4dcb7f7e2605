package io.tradewind.training.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.training.job.JobProgress;
import io.tradewind.training.worker.WorkerMessage;
import io.tradewind.training.worker.WorkerProcess;

/** Watches a worker: stores what it says, and ends it when it is signalled to or takes too long. */
final class WorkerSupervision {

    /** Boosting rounds come in hundreds a second; what piled up is stored in one transaction of at most this many. */
    private static final int MOST_AT_ONCE = 500;

    /** Exit code of a JVM under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int KILLED = 128;

    private final Claim claim;
    private final RunParts parts;
    private final WorkerProcess worker;
    private final StopSignal stop;
    private final Instant deadline;

    WorkerSupervision(Claim claim, RunParts parts, WorkerProcess worker, StopSignal stop) {
        this.claim = claim;
        this.parts = parts;
        this.worker = worker;
        this.stop = stop;
        this.deadline = Instant.now().plus(parts.worker().timeout());
    }

    WorkerEnd untilItEnds() throws InterruptedException {
        while (!stop.pause(parts.execution().progressEvery())) {
            // asked before the messages are taken: an end found after them could hide a last message
            OptionalInt exit = worker.ended();
            List<WorkerMessage> messages = new ArrayList<>();
            worker.drainTo(messages, MOST_AT_ONCE);
            store(messages);
            Optional<WorkerEnd> end =
                    messages.stream().flatMap(message -> said(message).stream()).findFirst();
            if (end.isPresent()) {
                return end.get();
            }
            if (exit.isPresent()) {
                return withoutAWord(exit.getAsInt());
            }
            if (Instant.now().isAfter(deadline)) {
                worker.kill();
                return new WorkerEnd.TimedOut(parts.worker().timeout());
            }
        }
        if (stop.cause().equals(Optional.of(StopSignal.Cause.CANCEL))) {
            worker.stop(parts.worker().stopGrace());
        } else {
            worker.kill();
        }
        return new WorkerEnd.Stopped();
    }

    private void store(List<WorkerMessage> messages) throws InterruptedException {
        List<TrainingProgressed> epochs = new ArrayList<>();
        for (WorkerMessage message : messages) {
            if (message instanceof WorkerMessage.Progress progress) {
                epochs.add(event(progress));
            }
        }
        if (epochs.isEmpty()) {
            return;
        }
        JobProgress last = progress(epochs.getLast());
        boolean ours = parts.database().await(() -> parts.leases().progressed(claim, last, epochs), stop);
        if (!ours) {
            stop.raise(StopSignal.Cause.LEASE_LOST);
        }
    }

    private static Optional<WorkerEnd> said(WorkerMessage message) {
        return switch (message) {
            case WorkerMessage.Progress progress -> Optional.empty();
            case WorkerMessage.Finished(String digest) -> Optional.of(new WorkerEnd.Finished(digest));
            case WorkerMessage.Refused(String reason) -> Optional.of(new WorkerEnd.Refused(reason));
            case WorkerMessage.Stopped stopped -> Optional.of(new WorkerEnd.Stopped());
        };
    }

    private WorkerEnd withoutAWord(int exit) {
        if (exit == OUT_OF_MEMORY) {
            return new WorkerEnd.Refused("training needs more memory than a worker's heap of "
                    + parts.worker().heap());
        }
        return new WorkerEnd.Died(
                exit > KILLED
                        ? "the worker process was killed by signal " + (exit - KILLED)
                        : "the worker process ended without a result, with exit code " + exit);
    }

    private TrainingProgressed event(WorkerMessage.Progress progress) {
        return new TrainingProgressed(
                claim.jobId(),
                claim.job().modelId(),
                claim.attempt(),
                progress.epoch(),
                progress.epochs(),
                progress.trainingLoss(),
                progress.validationLoss(),
                progress.samplesPerSecond(),
                progress.etaMillis(),
                Instant.now());
    }

    private static JobProgress progress(TrainingProgressed event) {
        return new JobProgress(
                event.epoch(),
                event.epochs(),
                event.trainingLoss(),
                event.validationLoss(),
                event.samplesPerSecond(),
                event.etaMillis());
    }
}

package io.tradewind.training.job;

import io.tradewind.contracts.training.JobStatus;
import org.jspecify.annotations.Nullable;

/** Where a job stands; each state offers the moves that are legal from it and no others. */
public sealed interface JobState {

    /** What clients and events call this state. */
    JobStatus status();

    /** Starts so far; the fencing token of whoever runs the job. */
    int attempt();

    /** Attempts that were lost to a crash. */
    int failures();

    /** Why it is in this state, where there is something to say. */
    @Nullable
    String reason();

    /** Waiting to be claimed, for the first time or again. */
    record Queued(int attempt, int failures, @Nullable String reason) implements JobState {

        /** A job nobody has tried yet. */
        public static Queued fresh() {
            return new Queued(0, 0, null);
        }

        public Running start() {
            return new Running(attempt + 1, failures, null);
        }

        public Cancelled cancel(String by) {
            return new Cancelled(attempt, failures, "cancelled by " + by);
        }

        @Override
        public JobStatus status() {
            return JobStatus.QUEUED;
        }
    }

    /** Claimed under a lease. */
    record Running(int attempt, int failures, @Nullable String cancelRequestedBy) implements JobState {

        /** The first who asks is remembered. */
        public Running requestCancel(String by) {
            return cancelRequestedBy == null ? new Running(attempt, failures, by) : this;
        }

        /** Legal with a cancel pending too: the version is READY and saying otherwise would be a lie. */
        public Succeeded succeed(int modelVersion, String bundleDigest) {
            return new Succeeded(attempt, failures, modelVersion, bundleDigest);
        }

        /** Ends a job that would fail the same way again. */
        public JobState fail(String reason) {
            return cancelRequestedBy == null ? new Failed(attempt, failures, reason) : cancelled();
        }

        /** The attempt was lost, not the job: again, until {@code mostFailures} were lost. */
        public JobState lose(String reason, int mostFailures) {
            if (cancelRequestedBy != null) {
                return cancelled();
            }
            int lost = failures + 1;
            return lost >= mostFailures
                    ? new Failed(attempt, lost, reason + "; given up after " + lost + " lost attempts")
                    : new Queued(attempt, lost, reason);
        }

        /** Given back by a service that stops in order; nobody's failure. */
        public JobState release(String reason) {
            return cancelRequestedBy == null ? new Queued(attempt, failures, reason) : cancelled();
        }

        /** The worker is gone after a cancel was asked for. */
        public Cancelled cancelled() {
            return new Cancelled(attempt, failures, "cancelled by " + cancelRequestedBy);
        }

        @Override
        public JobStatus status() {
            return JobStatus.RUNNING;
        }

        @Override
        public @Nullable String reason() {
            return null;
        }
    }

    /** Its bundle is a READY version in the registry. */
    record Succeeded(int attempt, int failures, int modelVersion, String bundleDigest) implements JobState {

        @Override
        public JobStatus status() {
            return JobStatus.SUCCEEDED;
        }

        @Override
        public @Nullable String reason() {
            return null;
        }
    }

    record Failed(int attempt, int failures, String reason) implements JobState {

        @Override
        public JobStatus status() {
            return JobStatus.FAILED;
        }
    }

    record Cancelled(int attempt, int failures, String reason) implements JobState {

        @Override
        public JobStatus status() {
            return JobStatus.CANCELLED;
        }
    }
}

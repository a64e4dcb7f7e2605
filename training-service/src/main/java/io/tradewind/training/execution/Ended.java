package io.tradewind.training.execution;

import java.util.Map;

import io.tradewind.training.job.JobState;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
sealed interface Ended {

    /** What that makes of the job. */
    JobState next(JobState.Running running, int mostLostAttempts);

    /** What its evaluation says, where there is one. */
    default @Nullable Map<String, Object> metrics() {
        return null;
    }

    /** The bundle is a READY version. */
    record Registered(int version, String bundleDigest, Map<String, Object> metrics) implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running.succeed(version, bundleDigest);
        }

        @Override
        public String toString() {
            return "registered as version " + version + ", bundle " + bundleDigest;
        }
    }

    /** It would end the same way again. */
    record Failed(String reason) implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running.fail(reason);
        }
    }

    /** Something that had nothing to do with the job ended it. */
    record Lost(String reason) implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running.lose(reason, mostLostAttempts);
        }
    }

    /** This service stops in order. */
    record Released() implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running.release("the service that ran it was stopped");
        }
    }

    /** The worker is gone, as was asked. */
    record Cancelled() implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running.cancelled();
        }
    }

    /** Another runs the job now; nothing is to be said about it from here. */
    record Disowned() implements Ended {

        @Override
        public JobState next(JobState.Running running, int mostLostAttempts) {
            return running;
        }
    }
}

package io.tradewind.training.execution;

import java.util.UUID;

import io.tradewind.training.job.Job;

/**
 * A job this replica runs.
 *
 * @param job as it was when it was claimed
 * @param attempt its fencing token: what is written under another attempt is somebody else's
 */
record Claim(Job job, int attempt) {

    UUID jobId() {
        return job.id();
    }

    @Override
    public String toString() {
        return "attempt " + attempt + " of job " + job.id();
    }
}

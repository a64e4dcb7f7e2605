package io.tradewind.training.job;

import java.util.UUID;

/** Says within this process that a job waits, so that nobody has to wait for the next look at the queue. */
public record JobQueued(UUID jobId) {}

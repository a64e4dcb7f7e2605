package io.tradewind.training.job;

import java.util.UUID;

/** Says within this process that a running job is to stop; other processes see it in the job's row. */
public record JobCancelRequested(UUID jobId) {}

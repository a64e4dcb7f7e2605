package io.tradewind.training.job;

import java.util.UUID;

import io.tradewind.contracts.training.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list; null does not restrict.
 *
 * @param owner only this user's
 */
record JobFilter(
        @Nullable String owner,
        @Nullable UUID modelId,
        @Nullable JobStatus status) {}

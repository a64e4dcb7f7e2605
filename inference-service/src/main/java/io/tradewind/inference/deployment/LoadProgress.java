package io.tradewind.inference.deployment;

import org.jspecify.annotations.Nullable;

/**
 * How far this replica has come with a model's wanted version.
 *
 * @param wantedVersion null when nothing is wanted
 * @param deploymentRevision the deployment that what answers now belongs to; 0 when nothing does
 * @param failure why the last attempt failed; null after a success
 */
public record LoadProgress(
        @Nullable Integer wantedVersion,
        long deploymentRevision,
        int attempts,
        @Nullable String failure) {}

package io.tradewind.registry.activity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change of a model.
 *
 * @param revision the model's revision after it
 * @param action such as {@code DEPLOYMENT_REQUESTED}
 * @param actor user id, or the service or replica that reported it
 * @param version the version it is about
 * @param difference what was different before and after
 */
public record ActivityEntry(
        UUID modelId,
        long revision,
        String action,
        String actor,
        @Nullable Integer version,
        @Nullable String reason,
        Difference difference,
        Instant at) {}

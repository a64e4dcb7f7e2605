package io.tradewind.registry.activity;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A logged change as clients see it. */
public record ActivityView(
        long id,
        long revision,
        String action,
        String actor,
        @Nullable Integer version,
        @Nullable String reason,
        Map<String, Object> before,
        Map<String, Object> after,
        Instant at) {}

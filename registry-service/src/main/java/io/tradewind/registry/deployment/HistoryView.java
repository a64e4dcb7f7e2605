package io.tradewind.registry.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A deployment step as clients see it. */
record HistoryView(
        long id,
        long revision,
        HistoryEntry.Step step,
        HistoryEntry.Cause cause,
        @Nullable Integer version,
        @Nullable Integer previousVersion,
        String actor,
        @Nullable String reason,
        boolean gatesOverridden,
        List<Map<String, Object>> failedChecks,
        Instant at) {}

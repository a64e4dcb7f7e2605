package io.tradewind.registry.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One step of one deployment; never changed once written.
 *
 * @param revision the deployment's revision the step belongs to
 * @param version the target; null when the deployment was withdrawn
 * @param previousVersion the target before a REQUESTED or WITHDRAWN step, the active version before the others
 * @param failedChecks gates that were overridden
 */
public record HistoryEntry(
        UUID modelId,
        long revision,
        Step step,
        Cause cause,
        @Nullable Integer version,
        @Nullable Integer previousVersion,
        String actor,
        @Nullable String reason,
        boolean gatesOverridden,
        List<Map<String, Object>> failedChecks,
        Instant at) {

    /** How far the deployment came. */
    public enum Step {
        REQUESTED,
        ACTIVE,
        FAILED,
        WITHDRAWN
    }

    /** What brought the target about. */
    public enum Cause {
        DEPLOY,
        ROLLBACK,
        UNDEPLOY,
        ARCHIVE
    }

    public HistoryEntry {
        failedChecks = List.copyOf(failedChecks);
    }
}

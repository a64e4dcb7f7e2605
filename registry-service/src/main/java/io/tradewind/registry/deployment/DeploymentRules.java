package io.tradewind.registry.deployment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelLoadFailed;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.registry.replica.LiveReplica;
import io.tradewind.registry.version.GateVerdict;
import io.tradewind.registry.version.ModelVersion;
import org.jspecify.annotations.Nullable;

/** Decides what a deployment may become; changes nothing itself. */
final class DeploymentRules {

    /** What came of a request to deploy. */
    sealed interface Decision {
        /**
         * The target moves.
         *
         * @param overridden the checks that failed and were overridden
         */
        record Accepted(DeploymentState next, List<Map<String, Object>> overridden) implements Decision {}

        /** It is the target already, and has not failed. */
        record Unchanged() implements Decision {}

        /** Somebody moved the target since the client looked. */
        record Stale(@Nullable Integer expected, @Nullable Integer actual) implements Decision {}

        /** The version's bundle cannot be relied on. */
        record NotReady(VersionStatus status) implements Decision {}

        /** The version did not show that it is good enough; no checks are listed where it showed nothing. */
        record GatesFailed(List<Map<String, Object>> checks) implements Decision {}

        /** Gates are overridden only by somebody who says why. */
        record ReasonMissing() implements Decision {}
    }

    private DeploymentRules() {}

    /** Compares, checks the gates, and sets. */
    static Decision deploy(DeploymentState now, ModelVersion candidate, DeployRequest request) {
        if (!Objects.equals(now.targetVersion(), request.expectedVersion())) {
            return new Decision.Stale(request.expectedVersion(), now.targetVersion());
        }
        if (candidate.status() != VersionStatus.READY) {
            return new Decision.NotReady(candidate.status());
        }
        if (Objects.equals(now.targetVersion(), candidate.number()) && now.status() != DeploymentStatus.FAILED) {
            return new Decision.Unchanged();
        }
        return switch (candidate.gates()) {
            case GateVerdict.Passed passed ->
                new Decision.Accepted(targeting(now, candidate.number(), candidate.bundleDigest()), List.of());
            case GateVerdict.Failed failed -> overridden(now, candidate, request, failed.checks());
            case GateVerdict.Missing missing -> overridden(now, candidate, request, List.of());
        };
    }

    private static Decision overridden(
            DeploymentState now, ModelVersion candidate, DeployRequest request, List<Map<String, Object>> checks) {
        if (!request.overrides()) {
            return new Decision.GatesFailed(checks);
        }
        return request.hasReason()
                ? new Decision.Accepted(targeting(now, candidate.number(), candidate.bundleDigest()), checks)
                : new Decision.ReasonMissing();
    }

    /** The deployment after its target moved to a version; what is active stays so until replicas report otherwise. */
    static DeploymentState targeting(DeploymentState now, int version, @Nullable String bundleDigest) {
        return new DeploymentState(
                DeploymentStatus.DEPLOYING,
                now.revision() + 1,
                version,
                bundleDigest,
                now.activeVersion(),
                now.activeBundleDigest(),
                null);
    }

    /**
     * The deployment in the light of what live replicas serve: active once every one of them serves the target. With no
     * replica there is nobody to serve it, so it waits; what is active stays active when a new replica joins, because
     * that one takes no traffic before it has loaded.
     */
    static DeploymentState settle(DeploymentState now, List<LiveReplica> live) {
        Integer target = now.targetVersion();
        if (target == null || now.status() == DeploymentStatus.ACTIVE || live.isEmpty()) {
            return now;
        }
        if (!live.stream().allMatch(replica -> replica.serving().contains(target))) {
            return now;
        }
        return new DeploymentState(
                DeploymentStatus.ACTIVE,
                now.revision(),
                target,
                now.targetBundleDigest(),
                target,
                now.targetBundleDigest(),
                null);
    }

    /** The deployment after a replica failed to load; a report about an older revision changes nothing. */
    static DeploymentState loadFailed(DeploymentState now, ModelLoadFailed failure) {
        boolean current = now.status() == DeploymentStatus.DEPLOYING
                && now.revision() == failure.deploymentRevision()
                && Objects.equals(now.targetVersion(), failure.version());
        return !current
                ? now
                : new DeploymentState(
                        DeploymentStatus.FAILED,
                        now.revision(),
                        now.targetVersion(),
                        now.targetBundleDigest(),
                        now.activeVersion(),
                        now.activeBundleDigest(),
                        "replica " + failure.replicaId() + ": " + failure.reason());
    }

    /**
     * The version a rollback goes to: the one that was active before the present target. A rollback undoes, so going back
     * twice reaches the version before that one, not the one just left.
     *
     * @param history oldest first
     */
    static Optional<Integer> rollbackTarget(List<HistoryEntry> history, @Nullable Integer target) {
        Deque<Integer> active = new ArrayDeque<>();
        for (HistoryEntry entry : history) {
            Integer version = entry.version();
            if (entry.step() != HistoryEntry.Step.ACTIVE || version == null) {
                continue;
            }
            if (entry.cause() == HistoryEntry.Cause.ROLLBACK) {
                goBackTo(active, version);
            }
            if (!version.equals(active.peek())) {
                active.push(version);
            }
        }
        if (target != null && target.equals(active.peek())) {
            active.pop();
        }
        return Optional.ofNullable(active.peek());
    }

    private static void goBackTo(Deque<Integer> active, Integer version) {
        if (active.contains(version)) {
            while (!version.equals(active.peek())) {
                active.pop();
            }
        }
    }
}

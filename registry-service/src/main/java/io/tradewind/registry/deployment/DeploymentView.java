package io.tradewind.registry.deployment;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.replica.LiveReplica;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as clients see it.
 *
 * @param replicas live inference replicas and what each serves of the model
 */
record DeploymentView(
        UUID modelId,
        DeploymentStatus status,
        long revision,
        @Nullable Integer targetVersion,
        @Nullable String targetBundleDigest,
        @Nullable Integer activeVersion,
        @Nullable String activeBundleDigest,
        @Nullable String reason,
        List<LiveReplica> replicas) {

    static DeploymentView of(Model model, List<LiveReplica> replicas) {
        DeploymentState state = model.deployment();
        return new DeploymentView(
                model.id(),
                state.status(),
                state.revision(),
                state.targetVersion(),
                state.targetBundleDigest(),
                state.activeVersion(),
                state.activeBundleDigest(),
                state.reason(),
                replicas);
    }
}

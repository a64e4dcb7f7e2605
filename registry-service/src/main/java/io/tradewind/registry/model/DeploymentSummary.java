package io.tradewind.registry.model;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import org.jspecify.annotations.Nullable;

/** A model's deployment in one glance. */
public record DeploymentSummary(
        DeploymentStatus status,
        long revision,
        @Nullable Integer targetVersion,
        @Nullable Integer activeVersion,
        @Nullable String reason) {

    static DeploymentSummary of(DeploymentState state) {
        return new DeploymentSummary(
                state.status(), state.revision(), state.targetVersion(), state.activeVersion(), state.reason());
    }
}

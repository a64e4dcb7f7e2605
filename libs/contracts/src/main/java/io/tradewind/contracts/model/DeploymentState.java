package io.tradewind.contracts.model;

import org.jspecify.annotations.Nullable;

/**
 * Which version of a model should be served and which is.
 *
 * @param revision counts deployments of this model from 1; 0 when nothing was ever deployed
 * @param targetVersion version asked for; null when nothing is to be served
 * @param targetBundleDigest lower-case hex SHA-256 of the target's manifest
 * @param activeVersion version every live replica last reported; null before the first
 * @param activeBundleDigest lower-case hex SHA-256 of the active version's manifest
 * @param reason why the status is {@code FAILED}
 */
public record DeploymentState(
        DeploymentStatus status,
        long revision,
        @Nullable Integer targetVersion,
        @Nullable String targetBundleDigest,
        @Nullable Integer activeVersion,
        @Nullable String activeBundleDigest,
        @Nullable String reason) {

    /** A model that was never deployed. */
    public static DeploymentState none() {
        return new DeploymentState(DeploymentStatus.NONE, 0, null, null, null, null, null);
    }
}

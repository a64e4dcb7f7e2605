package io.tradewind.inference.deployment;

import java.util.Optional;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelChanged;
import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/** The version a model's state asks this replica to serve. */
record WantedVersion(int version, String bundleDigest, long deploymentRevision) {

    /** What should answer: the target, or after a failed deployment what was active before; empty for nothing. */
    static Optional<WantedVersion> of(ModelChanged model) {
        if (model.status() == ModelStatus.ARCHIVED || model.status() == ModelStatus.DELETED) {
            return Optional.empty();
        }
        DeploymentState deployment = model.deployment();
        if (deployment.status() == DeploymentStatus.FAILED) {
            return activeBefore(model);
        }
        return of(deployment.revision(), deployment.targetVersion(), deployment.targetBundleDigest());
    }

    /**
     * What every replica served before the target, for when the target cannot be loaded. It counts as of an older
     * deployment, so that serving it is never taken for serving the target.
     */
    static Optional<WantedVersion> activeBefore(ModelChanged model) {
        DeploymentState deployment = model.deployment();
        return of(deployment.revision() - 1, deployment.activeVersion(), deployment.activeBundleDigest());
    }

    private static Optional<WantedVersion> of(long revision, @Nullable Integer version, @Nullable String digest) {
        return version == null || digest == null
                ? Optional.empty()
                : Optional.of(new WantedVersion(version, digest, revision));
    }

    boolean sameBundle(int otherVersion, String otherDigest) {
        return version == otherVersion && bundleDigest.equals(otherDigest);
    }
}

package io.tradewind.registry.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/**
 * A model as it stands: one row, locked by whoever changes it.
 *
 * @param revision grows by one with every change; doubles as the ETag
 * @param lastVersion highest version number given out, 0 before the first
 * @param latestReadyVersion highest version whose bundle is verified
 * @param runningJobs training jobs that run for it now
 */
public record Model(
        UUID id,
        ModelProfile profile,
        ModelStatus status,
        long revision,
        int lastVersion,
        @Nullable Integer latestReadyVersion,
        Set<UUID> runningJobs,
        DeploymentState deployment,
        Instant createdAt,
        Instant updatedAt) {

    public Model {
        runningJobs = Set.copyOf(runningJobs);
    }

    /** A model nobody has trained yet. */
    static Model draft(UUID id, ModelProfile profile, Instant now) {
        return new Model(id, profile, ModelStatus.DRAFT, 1, 0, null, Set.of(), DeploymentState.none(), now, now);
    }

    /** The user id of its creator. */
    public String owner() {
        return profile.owner();
    }

    Model withProfile(ModelProfile changed) {
        return new Model(
                id,
                changed,
                status,
                revision,
                lastVersion,
                latestReadyVersion,
                runningJobs,
                deployment,
                createdAt,
                updatedAt);
    }

    /** The same model after it gave out its next version number. */
    public Model withNextVersion() {
        return new Model(
                id,
                profile,
                status,
                revision,
                lastVersion + 1,
                latestReadyVersion,
                runningJobs,
                deployment,
                createdAt,
                updatedAt);
    }

    Model withLatestReady(int version) {
        int latest = latestReadyVersion == null ? version : Math.max(latestReadyVersion, version);
        return new Model(
                id, profile, status, revision, lastVersion, latest, runningJobs, deployment, createdAt, updatedAt);
    }

    Model withRunningJobs(Set<UUID> jobs) {
        return new Model(
                id, profile, status, revision, lastVersion, latestReadyVersion, jobs, deployment, createdAt, updatedAt);
    }

    Model withDeployment(DeploymentState moved) {
        return new Model(
                id,
                profile,
                status,
                revision,
                lastVersion,
                latestReadyVersion,
                runningJobs,
                moved,
                createdAt,
                updatedAt);
    }

    Model withStatus(ModelStatus moved) {
        return new Model(
                id,
                profile,
                moved,
                revision,
                lastVersion,
                latestReadyVersion,
                runningJobs,
                deployment,
                createdAt,
                updatedAt);
    }

    Model changedAt(Instant now) {
        return new Model(
                id,
                profile,
                status,
                revision + 1,
                lastVersion,
                latestReadyVersion,
                runningJobs,
                deployment,
                createdAt,
                now);
    }
}

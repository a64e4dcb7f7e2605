package io.tradewind.registry.model;

import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;

/** Something that may move a model along its life. */
public sealed interface LifecycleStep {

    /** A worker started on a training job. */
    record TrainingStarted(UUID jobId) implements LifecycleStep {}

    /** A training job stopped running, for whatever reason. */
    record TrainingEnded(UUID jobId) implements LifecycleStep {}

    /** A version's bundle was verified. */
    record VersionReady(int number) implements LifecycleStep {}

    /** The deployment was asked for, followed, given up or withdrawn. */
    record DeploymentMoved(DeploymentState state) implements LifecycleStep {}

    /** Its owner put it away; what was deployed is withdrawn with it. */
    record Archive() implements LifecycleStep {}

    /** Its owner took it out of the archive. */
    record Restore() implements LifecycleStep {}

    /** Its owner wants it gone. */
    record Delete() implements LifecycleStep {}
}

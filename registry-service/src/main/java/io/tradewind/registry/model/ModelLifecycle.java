package io.tradewind.registry.model;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;
import io.tradewind.contracts.model.DeploymentStatus;
import io.tradewind.contracts.model.ModelStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a model moves from draft through training, ready and active to archived.
 *
 * <p>Outside the archive the status is not stored knowledge but follows from facts: served beats training beats ready.
 * So facts may arrive in any order, and a model that is retrained while it serves stays active.
 */
public final class ModelLifecycle {

    /** What a step came to. */
    public sealed interface Outcome {
        /** The model after the step; its status may be the same. */
        record Moved(Model model) implements Outcome {}

        /** The step was known already. */
        record Unchanged() implements Outcome {}

        /** The step is not legal where the model stands. */
        record Refused(String reason) implements Outcome {}
    }

    private ModelLifecycle() {}

    /** Applies one step; never changes anything but what the step says and the status that follows from it. */
    public static Outcome apply(Model model, LifecycleStep step) {
        if (model.status() == ModelStatus.DELETED) {
            return new Outcome.Refused("the model is deleted");
        }
        return switch (step) {
            case LifecycleStep.TrainingStarted started -> jobs(model, with(model.runningJobs(), started.jobId()));
            case LifecycleStep.TrainingEnded ended -> jobs(model, without(model.runningJobs(), ended.jobId()));
            case LifecycleStep.VersionReady ready -> versionReady(model, ready.number());
            case LifecycleStep.DeploymentMoved moved -> deploymentMoved(model, moved.state());
            case LifecycleStep.Archive archive -> archive(model);
            case LifecycleStep.Restore restore -> restore(model);
            case LifecycleStep.Delete delete -> delete(model);
        };
    }

    /** The deployment of a model that is to be served no more. */
    public static DeploymentState withdrawn(DeploymentState now, @Nullable String reason) {
        return new DeploymentState(DeploymentStatus.NONE, now.revision() + 1, null, null, null, null, reason);
    }

    private static Outcome jobs(Model model, Set<UUID> jobs) {
        return jobs.equals(model.runningJobs())
                ? new Outcome.Unchanged()
                : moved(model.withRunningJobs(jobs), model.status());
    }

    private static Outcome versionReady(Model model, int number) {
        return model.status() == ModelStatus.ARCHIVED
                ? new Outcome.Refused("the model is archived")
                : moved(model.withLatestReady(number), model.status());
    }

    private static Outcome deploymentMoved(Model model, DeploymentState state) {
        if (state.equals(model.deployment())) {
            return new Outcome.Unchanged();
        }
        return model.status() == ModelStatus.ARCHIVED
                ? new Outcome.Refused("the model is archived")
                : moved(model.withDeployment(state), model.status());
    }

    private static Outcome archive(Model model) {
        if (model.status() == ModelStatus.ARCHIVED) {
            return new Outcome.Unchanged();
        }
        if (!model.runningJobs().isEmpty()) {
            return new Outcome.Refused("training job "
                    + model.runningJobs().iterator().next() + " is running for the model; cancel it first");
        }
        DeploymentState deployment = deployed(model) ? withdrawn(model.deployment(), "archived") : model.deployment();
        return new Outcome.Moved(model.withDeployment(deployment).withStatus(ModelStatus.ARCHIVED));
    }

    private static Outcome restore(Model model) {
        return model.status() == ModelStatus.ARCHIVED
                ? new Outcome.Moved(model.withStatus(standing(model)))
                : new Outcome.Unchanged();
    }

    private static Outcome delete(Model model) {
        return deployed(model)
                ? new Outcome.Refused("the model is deployed; undeploy or archive it first")
                : new Outcome.Moved(model.withStatus(ModelStatus.DELETED));
    }

    private static boolean deployed(Model model) {
        return model.deployment().targetVersion() != null || model.deployment().activeVersion() != null;
    }

    private static Outcome moved(Model model, ModelStatus before) {
        return new Outcome.Moved(before == ModelStatus.ARCHIVED ? model : model.withStatus(standing(model)));
    }

    private static ModelStatus standing(Model model) {
        if (model.deployment().activeVersion() != null) {
            return ModelStatus.ACTIVE;
        }
        if (!model.runningJobs().isEmpty()) {
            return ModelStatus.TRAINING;
        }
        return model.latestReadyVersion() == null ? ModelStatus.DRAFT : ModelStatus.READY;
    }

    private static Set<UUID> with(Set<UUID> jobs, UUID job) {
        Set<UUID> more = new HashSet<>(jobs);
        more.add(job);
        return more;
    }

    private static Set<UUID> without(Set<UUID> jobs, UUID job) {
        Set<UUID> fewer = new HashSet<>(jobs);
        fewer.remove(job);
        return fewer;
    }
}

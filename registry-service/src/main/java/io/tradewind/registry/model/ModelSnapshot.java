package io.tradewind.registry.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.tradewind.contracts.model.DeploymentState;

/** The properties of a model that the activity log compares. */
final class ModelSnapshot {

    private ModelSnapshot() {}

    static Map<String, Object> of(Model model) {
        ModelProfile profile = model.profile();
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("name", profile.name());
        snapshot.put("owner", profile.owner());
        snapshot.put("architecture", profile.architecture());
        snapshot.put("task", profile.task());
        snapshot.put("symbols", profile.symbols());
        snapshot.put("timeframe", profile.timeframe());
        snapshot.put("description", profile.description());
        snapshot.put("config", profile.config());
        snapshot.put("tags", profile.tags());
        snapshot.put("status", model.status().name());
        snapshot.put("lastVersion", model.lastVersion());
        snapshot.put("latestReadyVersion", model.latestReadyVersion());
        snapshot.put(
                "runningJobs",
                model.runningJobs().stream().map(UUID::toString).sorted().toList());
        putDeployment(snapshot, model.deployment());
        return snapshot;
    }

    private static void putDeployment(Map<String, Object> snapshot, DeploymentState deployment) {
        snapshot.put("deploymentStatus", deployment.status().name());
        snapshot.put("deploymentRevision", deployment.revision());
        snapshot.put("targetVersion", deployment.targetVersion());
        snapshot.put("activeVersion", deployment.activeVersion());
        snapshot.put("deploymentReason", deployment.reason());
    }
}

package io.tradewind.registry.productionml;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.registry.deployment.DeployRequest;
import io.tradewind.registry.deployment.DeploymentService;
import io.tradewind.registry.model.CreateModelRequest;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelService;
import io.tradewind.registry.version.VersionService;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The older API's operations in terms of the canonical ones. */
@ApplicationScoped
public class ProductionModels {
    private static final int HISTORY = 100;

    private final ModelService models;
    private final ModelAccess access;
    private final VersionService versions;
    private final DeploymentService deployments;

    ProductionModels(ModelService models, ModelAccess access, VersionService versions, DeploymentService deployments) {
        this.models = models;
        this.access = access;
        this.versions = versions;
        this.deployments = deployments;
    }

    Uni<Model> create(UUID id, ProductionModelRequest request, CustomConfig custom) {
        return models.create(
                id,
                new CreateModelRequest(
                        request.name(),
                        request.architecture(),
                        task(request.type()),
                        request.symbols(),
                        request.timeframe(),
                        request.description(),
                        custom.config(),
                        null));
    }

    /** Each model with its newest trained version. */
    Uni<List<ProductionModel>> described(List<Model> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::described)
                .collect()
                .asList();
    }

    Uni<ProductionModel> described(Model model) {
        return model.latestReadyVersion() == null
                ? Uni.createFrom().item(ProductionModel.of(model, null))
                : versions.get(model.id(), model.latestReadyVersion())
                        .map(version -> ProductionModel.of(model, version));
    }

    /** How every trained version did, the newest first. */
    Uni<List<PerformanceRow>> performance(UUID modelId) {
        return versions.newest(modelId, VersionStatus.READY, Integer.MAX_VALUE, HISTORY)
                .map(trained -> trained.stream().map(PerformanceRow::of).toList());
    }

    /** Deploys a version, the newest trained one unless the request names another, over whatever is deployed now. */
    public Uni<Model> deploy(
            UUID modelId, @Nullable Integer wanted, @Nullable Boolean override, @Nullable String reason) {
        return access.get(modelId).chain(model -> {
            Integer version = wanted == null ? model.latestReadyVersion() : wanted;
            if (version == null) {
                throw new ServiceException(ErrorCode.CONFLICT, "the model has no trained version to deploy");
            }
            Integer target = model.deployment().targetVersion();
            return deployments.deploy(modelId, new DeployRequest(version, target, override, reason));
        });
    }

    Uni<Model> move(UUID modelId, String status) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "active", "deployed" -> deploy(modelId, null, null, null);
            case "inactive", "trained", "ready" ->
                models.restore(modelId).chain(() -> deployments.undeploy(modelId, null));
            case "archived" -> models.archive(modelId);
            default ->
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "status must be active, inactive or archived, was '" + status
                                + "'; the other states follow from training");
        };
    }

    private static @Nullable String task(@Nullable String type) {
        if (type == null || type.isBlank()) {
            return null;
        }
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "classification" -> "DIRECTION";
            case "regression" -> "RETURN";
            default -> type;
        };
    }
}

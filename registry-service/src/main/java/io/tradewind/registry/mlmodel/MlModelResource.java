package io.tradewind.registry.mlmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.registry.bundle.BundleAudit;
import io.tradewind.registry.deployment.DeployRequest;
import io.tradewind.registry.deployment.DeploymentService;
import io.tradewind.registry.model.CreateModelRequest;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelFilter;
import io.tradewind.registry.model.ModelPages;
import io.tradewind.registry.model.ModelService;
import io.tradewind.registry.version.VersionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The older API's model serialisation path over HTTP. */
@Path("/api/ml/models")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class MlModelResource {
    private static final String SCOPE = "ml/models";
    private static final String DEFAULT_ARCHITECTURE = "LSTM";

    private final ModelService models;
    private final ModelAccess access;
    private final ModelPages pages;
    private final VersionService versions;
    private final DeploymentService deployments;
    private final BundleAudit audit;
    private final IdempotencyKeys idempotency;

    MlModelResource(
            ModelService models,
            ModelAccess access,
            ModelPages pages,
            VersionService versions,
            DeploymentService deployments,
            BundleAudit audit,
            IdempotencyKeys idempotency) {
        this.models = models;
        this.access = access;
        this.pages = pages;
        this.versions = versions;
        this.deployments = deployments;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @GET
    public Uni<Map<String, Object>> list(
            @RestQuery @Nullable String name, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        ModelFilter filter = new ModelFilter(null, null, null, null, null, null, name, null);
        return pages.page(filter, cursor, Limit.of(limit)).chain(this::described);
    }

    @POST
    public Uni<Response> save(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull SaveModelRequest request) {
        if (request.weights() != null) {
            throw new ServiceException(
                    ErrorCode.UNPROCESSABLE,
                    "weights are uploaded as a bundle, file by file: PUT /api/v1/models/{id}/versions/{n}/files/{name}");
        }
        UUID id = idempotency.resourceId(key, SCOPE);
        return idempotency.once(key, SCOPE, request, () -> models.create(id, create(request))
                .map(model -> Response.status(Response.Status.CREATED)
                        .entity(ModelMetadata.of(model, null))
                        .build()));
    }

    @PUT
    public Uni<Map<String, Object>> act(@Valid @NotNull ModelCommand command) {
        return switch (command.action().strip().toLowerCase(Locale.ROOT)) {
            case "activate" -> activate(command).chain(this::metadata);
            case "deactivate" -> deployments.undeploy(command.id(), null).chain(this::metadata);
            case "validate" -> validate(command);
            default ->
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "action must be activate, deactivate or validate, was '" + command.action() + "'");
        };
    }

    @DELETE
    public Uni<Map<String, Object>> delete(@RestQuery @NotNull UUID id) {
        return models.delete(id).map(model -> Map.of("success", true, "id", id));
    }

    private Uni<Map<String, Object>> described(Page<Model> page) {
        return Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUniAndConcatenate(this::described)
                .collect()
                .asList()
                .map((List<ModelMetadata> items) -> {
                    Map<String, Object> answer = new LinkedHashMap<>();
                    answer.put("models", items);
                    answer.put("nextCursor", page.nextCursor());
                    return answer;
                });
    }

    private Uni<ModelMetadata> described(Model model) {
        return model.latestReadyVersion() == null
                ? Uni.createFrom().item(ModelMetadata.of(model, null))
                : versions.get(model.id(), model.latestReadyVersion()).map(version -> ModelMetadata.of(model, version));
    }

    private Uni<Map<String, Object>> metadata(Model model) {
        return described(model).map(metadata -> Map.of("success", true, "model", metadata));
    }

    private Uni<Model> activate(ModelCommand command) {
        return access.get(command.id())
                .chain(model -> deployments.deploy(
                        model.id(),
                        new DeployRequest(
                                version(model, command),
                                model.deployment().targetVersion(),
                                command.overrideGates(),
                                command.reason())));
    }

    private Uni<Map<String, Object>> validate(ModelCommand command) {
        return access.get(command.id())
                .chain(model -> audit.faults(model.id(), version(model, command)))
                .map(faults -> Map.of("success", true, "valid", faults.isEmpty(), "errors", faults));
    }

    private static int version(Model model, ModelCommand command) {
        Integer version = command.version() == null ? model.latestReadyVersion() : command.version();
        if (version == null) {
            throw new ServiceException(ErrorCode.CONFLICT, "the model has no verified version");
        }
        return version;
    }

    private static CreateModelRequest create(SaveModelRequest request) {
        return new CreateModelRequest(
                request.name(),
                request.architecture() == null ? DEFAULT_ARCHITECTURE : request.architecture(),
                null,
                null,
                null,
                request.description(),
                request.config(),
                request.tags());
    }
}

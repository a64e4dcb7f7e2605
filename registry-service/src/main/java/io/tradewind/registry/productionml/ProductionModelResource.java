package io.tradewind.registry.productionml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.ModelStatus;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.security.Roles;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.model.ModelFilter;
import io.tradewind.registry.model.ModelPages;
import io.tradewind.registry.model.ModelService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The older API's model paths over HTTP. */
@Path("/api/production-ml")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ProductionModelResource {
    private static final String SCOPE = "production-ml/models";

    /** Which version to deploy, and over which gates. */
    record DeployBody(
            @Nullable Integer version,
            @Nullable Boolean overrideGates,
            @Nullable String reason) {}

    /** Where a model is to stand. */
    record StatusBody(@NotBlank String status) {}

    private final ProductionModels production;
    private final ModelService models;
    private final ModelAccess access;
    private final ModelPages pages;
    private final IdempotencyKeys idempotency;

    ProductionModelResource(
            ProductionModels production,
            ModelService models,
            ModelAccess access,
            ModelPages pages,
            IdempotencyKeys idempotency) {
        this.production = production;
        this.models = models;
        this.access = access;
        this.pages = pages;
        this.idempotency = idempotency;
    }

    @GET
    @Path("architectures")
    public Map<String, Object> architectures() {
        return answer("architectures", ArchitectureCatalogue.all());
    }

    @POST
    @Path("models")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull ProductionModelRequest request) {
        CustomConfig custom = CustomConfig.translate(request.architecture(), request.customConfig());
        UUID id = idempotency.resourceId(key, SCOPE);
        return idempotency.once(key, SCOPE, request, () -> production
                .create(id, request, custom)
                .chain(production::described)
                .map(model -> created(model, custom)));
    }

    @GET
    @Path("models")
    public Uni<Map<String, Object>> list(
            @RestQuery @Nullable String architecture,
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable String timeframe,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        ModelFilter filter = new ModelFilter(null, null, architecture, symbol, timeframe, null, null, null);
        Limit size = Limit.of(limit);
        return pages.page(filter, cursor, size).chain(page -> Uni.combine()
                .all()
                .unis(production.described(page.items()), pages.count(filter))
                .asTuple()
                .map(found -> {
                    Map<String, Object> pagination = new LinkedHashMap<>();
                    pagination.put("limit", size.value());
                    pagination.put("total", found.getItem2());
                    pagination.put("nextCursor", page.nextCursor());
                    Map<String, Object> answer = answer("models", found.getItem1());
                    answer.put("pagination", pagination);
                    return answer;
                }));
    }

    @GET
    @Path("models/{id}")
    public Uni<Map<String, Object>> get(@RestPath UUID id) {
        return access.get(id)
                .chain(production::described)
                .chain(model -> production.performance(id).map(rows -> {
                    Map<String, Object> answer = answer("model", model);
                    answer.put("performance", rows);
                    return answer;
                }));
    }

    @POST
    @Path("models/{id}/deploy")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> deploy(@RestPath UUID id, @Nullable DeployBody body) {
        DeployBody wanted = body == null ? new DeployBody(null, null, null) : body;
        return production
                .deploy(id, wanted.version(), wanted.overrideGates(), wanted.reason())
                .map(model -> answer("deployment", model.deployment()))
                .map(answer -> Response.accepted(answer).build());
    }

    @PATCH
    @Path("models/{id}/status")
    public Uni<Map<String, Object>> status(@RestPath UUID id, @Valid @NotNull StatusBody body) {
        return production.move(id, body.status()).chain(production::described).map(model -> answer("model", model));
    }

    @DELETE
    @Path("models/{id}")
    public Uni<Map<String, Object>> delete(@RestPath UUID id) {
        return models.delete(id).map(model -> answer("id", id));
    }

    @GET
    @Path("models/{id}/performance")
    public Uni<Map<String, Object>> performance(@RestPath UUID id) {
        return production.performance(id).map(rows -> {
            Map<String, Object> answer = answer("metrics", rows.isEmpty() ? null : rows.getFirst());
            answer.put("history", rows);
            return answer;
        });
    }

    @GET
    @Path("active-models")
    public Uni<Map<String, Object>> active() {
        ModelFilter active = ModelFilter.ALL.in(ModelStatus.ACTIVE);
        return pages.page(active, null, new Limit(Limit.MAX))
                .chain(page -> production.described(page.items()))
                .chain(found -> statistics().map(counts -> {
                    Map<String, Object> answer = answer("models", found);
                    answer.put("statistics", counts);
                    return answer;
                }));
    }

    private Uni<Map<String, Long>> statistics() {
        Uni<Map<String, Long>> counted = pages.count(ModelFilter.ALL).map(total -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("total", total);
            return counts;
        });
        for (ModelStatus status : List.of(
                ModelStatus.ACTIVE, ModelStatus.READY, ModelStatus.TRAINING, ModelStatus.DRAFT, ModelStatus.ARCHIVED)) {
            counted = counted.chain(counts -> pages.count(ModelFilter.ALL.in(status))
                    .invoke(count -> counts.put(ProductionModel.status(status), count))
                    .replaceWith(counts));
        }
        return counted;
    }

    private static Response created(ProductionModel model, CustomConfig custom) {
        Map<String, Object> answer = answer("model", model);
        answer.put("ignoredConfig", custom.ignored());
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private static Map<String, Object> answer(String name, @Nullable Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put(name, value);
        return answer;
    }
}

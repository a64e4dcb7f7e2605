package io.tradewind.registry.model;

import java.net.URI;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Models over HTTP. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ModelResource {
    private static final String SCOPE = "models";

    private final ModelService service;
    private final ModelAccess access;
    private final ModelPages pages;
    private final IdempotencyKeys idempotency;

    ModelResource(ModelService service, ModelAccess access, ModelPages pages, IdempotencyKeys idempotency) {
        this.service = service;
        this.access = access;
        this.pages = pages;
        this.idempotency = idempotency;
    }

    @POST
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull CreateModelRequest request) {
        UUID id = idempotency.resourceId(key, SCOPE);
        return idempotency.once(
                key, SCOPE, request, () -> service.create(id, request).map(ModelResource::created));
    }

    @GET
    public Uni<Page<ModelView>> list(
            @BeanParam ModelListParams params, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        return pages.page(params.filter(), cursor, Limit.of(limit)).map(page -> page.map(ModelView::of));
    }

    @GET
    @Path("{id}")
    public Uni<Response> get(@RestPath UUID id) {
        return access.get(id).map(ModelResource::tagged);
    }

    @PATCH
    @Path("{id}")
    public Uni<Response> patch(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PatchModelRequest request) {
        return service.patch(id, IfMatch.parse(ifMatch), request).map(ModelResource::tagged);
    }

    @POST
    @Path("{id}/archive")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> archive(@RestPath UUID id) {
        return service.archive(id).map(ModelResource::tagged);
    }

    @POST
    @Path("{id}/restore")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> restore(@RestPath UUID id) {
        return service.restore(id).map(ModelResource::tagged);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@RestPath UUID id) {
        return service.delete(id).replaceWithVoid();
    }

    private static Response created(Model model) {
        return Response.created(URI.create("/api/v1/models/" + model.id()))
                .header(HttpHeaders.ETAG, tag(model))
                .entity(ModelView.of(model))
                .build();
    }

    private static Response tagged(Model model) {
        return Response.ok(ModelView.of(model))
                .header(HttpHeaders.ETAG, tag(model))
                .build();
    }

    private static String tag(Model model) {
        return "\"" + model.revision() + "\"";
    }
}

package io.tradewind.registry.deployment;

import java.util.Objects;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.security.Roles;
import io.tradewind.registry.activity.IdCursor;
import io.tradewind.registry.model.Model;
import io.tradewind.registry.model.ModelAccess;
import io.tradewind.registry.replica.Replicas;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deployments over HTTP. */
@Path("/api/v1/models/{id}/deployment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class DeploymentResource {
    private final DeploymentService service;
    private final ModelAccess access;
    private final Replicas replicas;
    private final HistoryQueries history;
    private final IdempotencyKeys idempotency;
    private final Pool pool;

    DeploymentResource(
            DeploymentService service,
            ModelAccess access,
            Replicas replicas,
            HistoryQueries history,
            IdempotencyKeys idempotency,
            Pool pool) {
        this.service = service;
        this.access = access;
        this.replicas = replicas;
        this.history = history;
        this.idempotency = idempotency;
        this.pool = pool;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> deploy(
            @RestPath UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull DeployRequest request) {
        return idempotency.once(
                key, "models/" + id + "/deployment", request, () -> accepted(service.deploy(id, request)));
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> rollback(
            @RestPath UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @Nullable RollbackRequest request) {
        RollbackRequest wanted = Objects.requireNonNullElse(request, new RollbackRequest(null, null));
        return idempotency.once(
                key, "models/" + id + "/deployment/rollback", wanted, () -> accepted(service.rollback(id, wanted)));
    }

    @DELETE
    public Uni<DeploymentView> undeploy(@RestPath UUID id, @RestQuery @Min(1) @Nullable Integer expectedVersion) {
        return service.undeploy(id, expectedVersion).chain(this::view);
    }

    @GET
    public Uni<DeploymentView> get(@RestPath UUID id) {
        return access.get(id).chain(this::view);
    }

    @GET
    @Path("history")
    public Uni<Page<HistoryView>> history(
            @RestPath UUID id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        Limit size = Limit.of(limit);
        long before = Cursor.parse(cursor).map(IdCursor::before).orElse(Long.MAX_VALUE);
        return access.get(id)
                .chain(model -> history.newest(id, before, size.fetch()))
                .map(steps -> Page.of(steps, size, step -> Cursor.of(step.id())));
    }

    private Uni<Response> accepted(Uni<Model> moved) {
        return moved.chain(this::view).map(view -> Response.accepted(view).build());
    }

    private Uni<DeploymentView> view(Model model) {
        return replicas.live(pool, model.id()).map(live -> DeploymentView.of(model, live));
    }
}

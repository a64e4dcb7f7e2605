package io.tradewind.registry.version;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.model.VersionStatus;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.registry.activity.IdCursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
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

/** Versions of a model over HTTP. */
@Path("/api/v1/models/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class VersionResource {
    private final VersionService service;
    private final IdempotencyKeys idempotency;

    VersionResource(VersionService service, IdempotencyKeys idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> create(
            @RestPath UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @Nullable CreateVersionRequest request) {
        CreateVersionRequest known = Objects.requireNonNullElse(request, new CreateVersionRequest(null, null));
        String scope = "models/" + id + "/versions";
        UUID creationId = idempotency.resourceId(key, scope);
        return idempotency.once(
                key, scope, known, () -> service.create(id, creationId, known).map(VersionResource::created));
    }

    @GET
    public Uni<Page<VersionView>> list(
            @RestPath UUID id,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        Limit size = Limit.of(limit);
        long below = Cursor.parse(cursor).map(IdCursor::before).orElse((long) Integer.MAX_VALUE);
        return service.newest(id, status(status), (int) Math.min(Integer.MAX_VALUE, below), size.fetch())
                .map(found -> Page.of(found, size, version -> Cursor.of(version.number())))
                .map(page -> page.map(VersionView::summary));
    }

    @GET
    @Path("{number}")
    public Uni<VersionView> get(@RestPath UUID id, @RestPath @Min(1) int number) {
        return service.get(id, number).map(VersionView::of);
    }

    private static Response created(ModelVersion version) {
        return Response.created(URI.create("/api/v1/models/" + version.modelId() + "/versions/" + version.number()))
                .entity(VersionView.of(version))
                .build();
    }

    private static @Nullable VersionStatus status(@Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        return Arrays.stream(VersionStatus.values())
                .filter(status -> status.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "status must be one of " + Arrays.toString(VersionStatus.values()) + ", was '" + wanted + "'"));
    }
}

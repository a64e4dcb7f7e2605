package io.tradewind.experiment.definition;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.experiment.Assignments;
import io.tradewind.contracts.experiment.ExperimentStatus;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

/** Experiments over HTTP. */
@Path("/api/v1/experiments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ExperimentResource {

    private static final String SCOPE = "experiments";

    private final ExperimentService service;
    private final IdempotencyKeys idempotency;

    ExperimentResource(ExperimentService service, IdempotencyKeys idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** Which arm a unit belongs to; null outside the covered share. */
    record AssignmentView(String unit, @Nullable String variant) {}

    /** A unit to assign. */
    record AssignmentRequest(@Nullable String unit) {}

    @POST
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull CreateExperimentRequest request) {
        UUID id = idempotency.resourceId(key, SCOPE);
        return idempotency.once(
                key, SCOPE, request, () -> service.create(id, request).map(ExperimentResource::created));
    }

    @GET
    public Uni<Page<ExperimentView>> list(
            @RestQuery @Nullable ExperimentStatus status,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        return service.list(status, cursor, Limit.of(limit)).map(page -> page.map(ExperimentView::of));
    }

    @GET
    @Path("{id}")
    public Uni<ExperimentView> get(@RestPath UUID id) {
        return service.get(id).map(ExperimentView::of);
    }

    @POST
    @Path("{id}/start")
    @Consumes(MediaType.WILDCARD)
    public Uni<ExperimentView> start(@RestPath UUID id) {
        return service.start(id).map(ExperimentView::of);
    }

    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    public Uni<ExperimentView> pause(@RestPath UUID id) {
        return service.pause(id).map(ExperimentView::of);
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    public Uni<ExperimentView> resume(@RestPath UUID id) {
        return service.resume(id).map(ExperimentView::of);
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    public Uni<ExperimentView> stop(@RestPath UUID id) {
        return service.stop(id).map(ExperimentView::of);
    }

    /** Says where a unit would go, without counting it: evaluation is not exposure. */
    @POST
    @Path("{id}/assignment")
    public Uni<AssignmentView> assignment(@RestPath UUID id, @NotNull AssignmentRequest request) {
        String unit = Optional.ofNullable(request.unit())
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new ServiceException(ErrorCode.VALIDATION_FAILED, "unit is required"));
        return service.get(id)
                .map(experiment -> new AssignmentView(
                        unit, Assignments.variantFor(experiment.toEvent(), unit).orElse(null)));
    }

    private static Response created(Experiment experiment) {
        return Response.created(URI.create("/api/v1/experiments/" + experiment.id()))
                .entity(ExperimentView.of(experiment))
                .build();
    }
}

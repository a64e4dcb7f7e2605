package io.tradewind.training.job;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.training.JobStatus;
import io.tradewind.contracts.training.TrainingProgressed;
import io.tradewind.kit.idempotency.IdempotencyKeys;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jspecify.annotations.Nullable;

/** Training jobs over HTTP. */
@Path("/api/v1/training-jobs")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class JobResource {

    private static final int MOST_EPOCHS = 10_000;
    private static final String SCOPE = "training-jobs";

    private final JobService service;
    private final JobStream stream;
    private final IdempotencyKeys keys;

    JobResource(JobService service, JobStream stream, IdempotencyKeys keys) {
        this.service = service;
        this.stream = stream;
        this.keys = keys;
    }

    @POST
    public Uni<Response> submit(
            @NotNull @Valid JobRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        UUID id = keys.resourceId(key, SCOPE);
        return keys.once(
                key, SCOPE, request, () -> service.submit(id, request, bearer).map(JobResource::accepted));
    }

    @GET
    public Uni<Page<JobView>> list(
            @QueryParam("modelId") @Nullable UUID modelId,
            @QueryParam("status") @Nullable JobStatus status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return service.list(modelId, status, Cursor.parse(cursor), Limit.of(limit));
    }

    @GET
    @Path("/{id}")
    public Uni<JobView> get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @GET
    @Path("/{id}/epochs")
    public Uni<List<TrainingProgressed>> epochs(
            @PathParam("id") UUID id,
            @QueryParam("attempt") @Nullable Integer attempt,
            @QueryParam("after") @DefaultValue("0") int after) {
        return service.epochs(id, attempt, after, MOST_EPOCHS);
    }

    @GET
    @Path("/{id}/events")
    @Followed
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("0") long lastEventId,
            @Context Sse sse) {
        return stream.follow(id, lastEventId).onItem().transformToIterable(look -> rendered(look, sse));
    }

    @POST
    @Path("/{id}/cancel")
    public Uni<Response> cancel(@PathParam("id") UUID id) {
        return service.cancel(id).map(JobResource::accepted);
    }

    private static Response accepted(JobView job) {
        return Response.accepted(job)
                .location(URI.create("/api/v1/training-jobs/" + job.id()))
                .build();
    }

    private static List<OutboundSseEvent> rendered(JobStream.Look look, Sse sse) {
        if (look.events().isEmpty()) {
            return List.of(sse.newEventBuilder().comment("still here").build());
        }
        return look.events().stream()
                .map(event -> sse.newEventBuilder()
                        .id(Long.toString(event.sequence()))
                        .name(event.kind())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, event.body())
                        .build())
                .toList();
    }
}

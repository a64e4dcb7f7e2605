package io.tradewind.training.compatibility;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.training.job.JobService;
import io.tradewind.training.job.JobView;
import io.tradewind.training.registration.RegistryModels;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Training under the paths of the earlier platform. */
@Path("/api")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class TrainingResource {

    private final JobService jobs;
    private final RegistryModels models;

    TrainingResource(JobService jobs, RegistryModels models) {
        this.jobs = jobs;
        this.models = models;
    }

    /** What was started. */
    record Started(boolean success, UUID jobId, UUID modelId, String status, String message) {}

    @POST
    @Path("/production-ml/models/{id}/train")
    public Uni<Response> train(
            @PathParam("id") UUID id,
            @Valid @Nullable TrainRequest request,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return start(id, request == null ? TrainRequest.EMPTY : request, bearer);
    }

    @POST
    @Path("/ml/train")
    public Uni<Response> train(
            @Valid @Nullable TrainRequest request, @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        if (request == null || request.modelId() == null) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "modelId must say which model to train");
        }
        return start(request.modelId(), request, bearer);
    }

    @GET
    @Path("/production-ml/models/{id}/training-status")
    public Uni<TrainingStatusView> status(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return jobs.latest(id).chain(found -> status(id, found, bearer));
    }

    /** A model nobody trained yet is told from one that is not there, or not the caller's, by the registry alone. */
    private Uni<TrainingStatusView> status(UUID id, Optional<JobView> found, String bearer) {
        return found.map(job -> Uni.createFrom().item(TrainingStatusView.of(job)))
                .orElseGet(() -> models.get(id, bearer).replaceWith(TrainingStatusView.notStarted(id)));
    }

    private Uni<Response> start(UUID id, TrainRequest request, String bearer) {
        return jobs.submit(UUID.randomUUID(), request.toJob(id), bearer).map(TrainingResource::started);
    }

    private static Response started(JobView job) {
        Started body = new Started(
                true, job.id(), job.modelId(), TrainingStatusView.status(job), "training is queued as job " + job.id());
        return Response.accepted(body).build();
    }
}

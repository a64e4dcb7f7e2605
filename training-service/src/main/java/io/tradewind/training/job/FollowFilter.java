package io.tradewind.training.job;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only those follow a job who may see it, and no more than there is room for. */
class FollowFilter {

    private final JobService service;
    private final JobStream stream;

    FollowFilter(JobService service, JobStream stream) {
        this.service = service;
        this.stream = stream;
    }

    @Followed
    @ServerRequestFilter
    public Uni<Void> check(ContainerRequestContext request) {
        stream.requireRoom();
        return service.visible(id(request)).replaceWithVoid();
    }

    private static UUID id(ContainerRequestContext request) {
        String text = request.getUriInfo().getPathParameters().getFirst("id");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "there is no training job " + text, none);
        }
    }
}

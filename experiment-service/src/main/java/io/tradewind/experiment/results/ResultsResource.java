package io.tradewind.experiment.results;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Results over HTTP. */
@Path("/api/v1/experiments/{id}/results")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ResultsResource {

    private final ResultsService service;

    ResultsResource(ResultsService service) {
        this.service = service;
    }

    @GET
    public Uni<ResultsView> get(@RestPath UUID id) {
        return service.results(id);
    }
}

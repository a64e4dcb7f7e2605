package io.tradewind.monitoring.coverage;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.Roles;
import io.tradewind.monitoring.model.ModelAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Coverage over HTTP. */
@Path("/api/v1/models/{id}/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class CoverageResource {

    private final ModelAccess access;
    private final CoverageService coverage;

    CoverageResource(ModelAccess access, CoverageService coverage) {
        this.access = access;
        this.coverage = coverage;
    }

    @GET
    public Uni<Coverage> coverage(@PathParam("id") UUID id) {
        return access.require(id).chain(() -> coverage.coverage(id));
    }
}

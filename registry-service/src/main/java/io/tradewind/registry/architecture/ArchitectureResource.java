package io.tradewind.registry.architecture;

import java.util.List;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.learning.architecture.ArchitectureCatalogue;
import io.tradewind.learning.architecture.ArchitectureDefinition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** The architecture catalogue over HTTP. */
@Path("/api/v1/architectures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ArchitectureResource {

    @GET
    public List<ArchitectureDefinition> list() {
        return ArchitectureCatalogue.all();
    }

    @GET
    @Path("{name}")
    public ArchitectureDefinition get(@RestPath String name) {
        return ArchitectureCatalogue.all().stream()
                .filter(architecture -> architecture.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no architecture of that name"));
    }
}

package io.tradewind.monitoring.drift;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.ServiceCallFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Files of bundles, from the registry; a version or file it does not have fails with status 404. */
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceCallFilter.class)
@Path("/api/v1/models/{id}/versions/{version}/files/{name}")
interface RegistryClient {

    /** The registry gives bundles' files as octets, so anything is accepted. */
    @GET
    @Produces(MediaType.WILDCARD)
    Uni<String> file(@PathParam("id") UUID modelId, @PathParam("version") int version, @PathParam("name") String name);
}

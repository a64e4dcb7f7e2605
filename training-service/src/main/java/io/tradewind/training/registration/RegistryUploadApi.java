package io.tradewind.training.registration;

import java.io.File;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.ServiceCallFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The registry's endpoints that take as long as a bundle is large, hence a client with deadlines of its own. */
@Path("/api/v1/models/{id}/versions/{version}")
@RegisterRestClient(configKey = "registry-uploads")
@RegisterProvider(ServiceCallFilter.class)
interface RegistryUploadApi {

    @PUT
    @Path("/files/{name}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<Response> putFile(
            @HeaderParam("Content-Digest") String digest,
            @PathParam("id") UUID id,
            @PathParam("version") int version,
            @PathParam("name") String name,
            File content);

    @POST
    @Path("/complete")
    Uni<RegistryVersion> complete(
            @PathParam("id") UUID id, @PathParam("version") int version, RegistryApi.Completion completion);
}

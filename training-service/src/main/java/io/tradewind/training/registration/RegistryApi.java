package io.tradewind.training.registration;

import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.ServiceCallFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The registry's endpoints that answer quickly, called as this service. */
@Path("/api/v1/models/{id}")
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceCallFilter.class)
interface RegistryApi {

    /** What a version is made of before its files are there. */
    record NewVersion(UUID trainingJobId) {}

    /** Says that every file is there. */
    record Completion(String bundleDigest) {}

    @POST
    @Path("/versions")
    Uni<RegistryVersion> createVersion(
            @HeaderParam("Idempotency-Key") String key, @PathParam("id") UUID id, NewVersion version);

    @GET
    @Path("/versions/{version}")
    Uni<RegistryVersion> version(@PathParam("id") UUID id, @PathParam("version") int version);

    @GET
    @Path("/versions/{version}/evaluation")
    Uni<Map<String, Object>> evaluation(@PathParam("id") UUID id, @PathParam("version") int version);
}

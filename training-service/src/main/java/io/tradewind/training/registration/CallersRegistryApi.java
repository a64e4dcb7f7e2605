package io.tradewind.training.registration;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The registry as the caller sees it: whose model it is, is the registry's to say. */
@Path("/api/v1/models/{id}")
@RegisterRestClient(configKey = "registry-as-caller")
@RegisterProvider(TraceHeaders.class)
interface CallersRegistryApi {

    @GET
    Uni<RegistryModel> model(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);
}

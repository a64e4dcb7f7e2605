package io.tradewind.inference.status;

import io.smallrye.common.annotation.NonBlocking;
import io.tradewind.inference.serving.Viewer;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What this replica serves. */
@Path("/api/v1/serving")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ServingResource {

    private final ServingService serving;
    private final Caller caller;

    ServingResource(ServingService serving, Caller caller) {
        this.serving = serving;
        this.caller = caller;
    }

    @GET
    @NonBlocking
    public ServingView serving() {
        return serving.serving(Viewer.of(caller));
    }
}

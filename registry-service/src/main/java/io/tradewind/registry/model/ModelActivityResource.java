package io.tradewind.registry.model;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.security.Roles;
import io.tradewind.registry.activity.ActivityQueries;
import io.tradewind.registry.activity.ActivityView;
import io.tradewind.registry.activity.IdCursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A model's activity log over HTTP. */
@Path("/api/v1/models/{id}/activity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ModelActivityResource {
    private final ModelAccess access;
    private final ActivityQueries activities;

    ModelActivityResource(ModelAccess access, ActivityQueries activities) {
        this.access = access;
        this.activities = activities;
    }

    @GET
    public Uni<Page<ActivityView>> list(
            @RestPath UUID id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        Limit size = Limit.of(limit);
        long before = Cursor.parse(cursor).map(IdCursor::before).orElse(Long.MAX_VALUE);
        return access.get(id)
                .chain(model -> activities.newest(id, before, size.fetch()))
                .map(entries -> Page.of(entries, size, entry -> Cursor.of(entry.id())));
    }
}

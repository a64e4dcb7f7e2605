package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.kit.paging.Cursor;
import io.tradewind.kit.paging.Limit;
import io.tradewind.kit.paging.Page;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Alerts over HTTP. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class AlertResource {

    private final AlertService alerts;

    AlertResource(AlertService alerts) {
        this.alerts = alerts;
    }

    @GET
    public Uni<Page<AlertView>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("modelId") @Nullable UUID modelId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AlertQuery.Position behind =
                Cursor.parse(cursor).map(AlertResource::position).orElse(null);
        return alerts.find(new AlertQuery(status(status), false, modelId, null, behind, Limit.of(limit)));
    }

    @GET
    @Path("/{id}")
    public Uni<AlertView> get(@PathParam("id") UUID id) {
        return alerts.get(id).onItem().ifNull().failWith(() -> notFound(id));
    }

    @POST
    @Path("/{id}/acknowledge")
    public Uni<AlertView> acknowledge(@PathParam("id") UUID id) {
        return alerts.acknowledge(id).map(result -> answer(id, result));
    }

    private static AlertView answer(UUID id, Acknowledgement result) {
        return switch (result) {
            case Acknowledgement.Acknowledged(AlertView alert) -> alert;
            case Acknowledgement.AlreadyResolved(Instant at) ->
                throw new ServiceException(ErrorCode.CONFLICT, "alert " + id + " resolved at " + at);
            case Acknowledgement.NotFound() -> throw notFound(id);
        };
    }

    private static ServiceException notFound(UUID id) {
        return new ServiceException(ErrorCode.NOT_FOUND, "there is no alert " + id);
    }

    private static @Nullable AlertStatus status(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (AlertStatus status : AlertStatus.values()) {
            if (status.name().equalsIgnoreCase(text)) {
                return status;
            }
        }
        throw new ServiceException(
                ErrorCode.VALIDATION_FAILED, "status must be FIRING, ACKNOWLEDGED or RESOLVED, was " + text);
    }

    private static AlertQuery.Position position(Cursor cursor) {
        try {
            return new AlertQuery.Position(Instant.parse(cursor.part(0)), UUID.fromString(cursor.part(1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list", e);
        }
    }
}

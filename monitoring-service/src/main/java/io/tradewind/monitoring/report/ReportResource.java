package io.tradewind.monitoring.report;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Reports over HTTP. */
@Path("/api/v1/reports/{modelId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class ReportResource {

    private final ReportService reports;

    ReportResource(ReportService reports) {
        this.reports = reports;
    }

    @GET
    public Uni<Report> report(@PathParam("modelId") UUID modelId, @QueryParam("period") @Nullable String period) {
        return reports.report(modelId, Period.parse(period));
    }
}

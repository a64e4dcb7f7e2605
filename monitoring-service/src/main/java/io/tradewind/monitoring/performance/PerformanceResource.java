package io.tradewind.monitoring.performance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.security.Roles;
import io.tradewind.monitoring.drift.DriftReport;
import io.tradewind.monitoring.model.ModelAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Figures of a model over HTTP. */
@Path("/api/v1/models/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class PerformanceResource {

    private final ModelAccess access;
    private final PerformanceService performance;

    PerformanceResource(ModelAccess access, PerformanceService performance) {
        this.access = access;
        this.performance = performance;
    }

    @GET
    @Path("/metrics")
    public Uni<ModelMetrics> metrics(
            @PathParam("id") UUID id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("variant") @Nullable String variant,
            @QueryParam("window") @Nullable String window) {
        MetricsScope scope = MetricsScope.of(id, version, variant, Window.parse(window), now());
        return access.require(id).chain(() -> performance.metrics(scope));
    }

    @GET
    @Path("/metrics/cohorts")
    public Uni<List<ModelMetrics>> cohorts(@PathParam("id") UUID id, @QueryParam("window") @Nullable String window) {
        MetricsScope scope = MetricsScope.of(id, null, null, Window.parse(window), now());
        return access.require(id).chain(() -> performance.byCohort(scope));
    }

    @GET
    @Path("/drift")
    public Uni<DriftReport> drift(
            @PathParam("id") UUID id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("variant") @Nullable String variant,
            @QueryParam("window") @Nullable String window) {
        MetricsScope scope = MetricsScope.of(id, version, variant, Window.parse(window), now());
        return access.require(id).chain(() -> performance.drift(scope));
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC());
    }
}

package io.tradewind.monitoring.seed;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.monitoring.alert.AlertQuery;
import io.tradewind.monitoring.alert.AlertService;
import io.tradewind.monitoring.performance.Window;
import io.tradewind.monitoring.report.Period;
import io.tradewind.monitoring.report.ReportService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /api/ml/monitoring} and {@code /api/ml/performance}: answers carry {@code success} and what was asked for. */
@Path("/api/ml")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class MonitoringSeedResource {

    private final SeedMetrics metrics;
    private final SeedRecording recording;
    private final AlertService alerts;
    private final ReportService reports;

    MonitoringSeedResource(SeedMetrics metrics, SeedRecording recording, AlertService alerts, ReportService reports) {
        this.metrics = metrics;
        this.recording = recording;
        this.alerts = alerts;
        this.reports = reports;
    }

    @GET
    @Path("/monitoring")
    public Uni<Map<String, Object>> get(
            @QueryParam("action") @Nullable String action,
            @QueryParam("modelId") @Nullable UUID modelId,
            @QueryParam("window") @Nullable String window,
            @QueryParam("period") @Nullable String period) {
        Window asked = Window.parse(window);
        return switch (action == null ? "metrics" : action) {
            case "metrics" ->
                metrics.of(modelId, asked.label(), asked.startBefore(now())).map(found -> success("metrics", found));
            case "alerts" -> alerts.list(AlertQuery.open(modelId)).map(found -> success("alerts", found));
            case "report" ->
                reports.report(required(modelId), Period.parse(period)).map(report -> success("report", report));
            default ->
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED, "action must be metrics, alerts or report, was " + action);
        };
    }

    @POST
    @Path("/monitoring")
    public Uni<Map<String, Object>> post(@NotNull @Valid MonitoringRequest request) {
        return recording.handle(request).map(result -> success("result", result));
    }

    @GET
    @Path("/performance")
    public Uni<Map<String, Object>> performance(
            @QueryParam("modelId") @Nullable UUID modelId, @QueryParam("window") @Nullable String window) {
        Window asked = Window.parse(window);
        Instant from = asked.startBefore(now());
        Uni<?> found =
                modelId == null ? metrics.of(null, asked.label(), from) : metrics.cohorts(modelId, asked.label(), from);
        return found.map(performance -> success("performance", performance));
    }

    private static Map<String, Object> success(String name, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", true);
        body.put(name, value);
        return body;
    }

    private static UUID required(@Nullable UUID modelId) {
        if (modelId == null) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "modelId is required for a report");
        }
        return modelId;
    }

    private static Instant now() {
        return Instant.now(Clock.systemUTC());
    }
}

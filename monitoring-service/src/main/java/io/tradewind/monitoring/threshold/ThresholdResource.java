package io.tradewind.monitoring.threshold;

import java.util.HashSet;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Thresholds over HTTP: everybody may see them, an administrator may replace them. */
@Path("/api/v1/thresholds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ThresholdResource {

    private final Thresholds thresholds;

    ThresholdResource(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
    public Uni<Response> all() {
        return thresholds.all().map(ThresholdResource::answer);
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ThresholdRequest.All request) {
        List<Threshold> wanted =
                request.thresholds().stream().map(ThresholdRequest::threshold).toList();
        refuseRepeated(wanted);
        return thresholds.replace(wanted, revision(ifMatch)).map(ThresholdResource::answer);
    }

    private static Response answer(ThresholdSet set) {
        return Response.ok(ThresholdView.of(set))
                .header(HttpHeaders.ETAG, "\"" + set.revision() + "\"")
                .build();
    }

    private static void refuseRepeated(List<Threshold> thresholds) {
        HashSet<List<Object>> seen = new HashSet<>();
        for (Threshold one : thresholds) {
            if (!seen.add(List.of(one.type(), one.metric(), one.comparison(), one.value()))) {
                throw new ServiceException(
                        ErrorCode.VALIDATION_FAILED,
                        "threshold %s on %s at %s is there twice"
                                .formatted(one.type(), one.metric().publicName(), one.value()));
            }
        }
    }

    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new ServiceException(
                    ErrorCode.STALE, "If-Match must be an ETag of these thresholds, was " + ifMatch, e);
        }
    }
}

package io.tradewind.training.intake;

import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Caller;
import io.tradewind.kit.security.Roles;
import io.tradewind.training.candle.SeriesKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Files of candles over HTTP. */
@Path("/api/v1")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class CandleImportResource {

    private final CandleImports imports;
    private final ImportProgress progress;
    private final Caller caller;

    CandleImportResource(CandleImports imports, ImportProgress progress, Caller caller) {
        this.imports = imports;
        this.progress = progress;
        this.caller = caller;
    }

    @POST
    @Path("/candles")
    @Consumes({"text/csv", "application/x-ndjson", "application/gzip", MediaType.APPLICATION_OCTET_STREAM})
    @Blocking
    public Response read(
            @QueryParam("symbol") @Nullable String symbol,
            @QueryParam("timeframe") @Nullable String timeframe,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            InputStream upload) {
        SeriesKey key = SeriesKey.of(symbol, timeframe);
        CandleImportView report = imports.read(key, FileFormat.of(format, type), upload, caller.userId());
        if (report.refused()) {
            throw refusal(report);
        }
        return Response.ok(report)
                .contentLocation(URI.create("/api/v1/candle-imports/" + report.importId()))
                .build();
    }

    @GET
    @Path("/candle-imports/{id}")
    public Uni<ImportProgress.View> progress(@PathParam("id") UUID id) {
        return progress.find(id)
                .map(found -> found.orElseThrow(
                        () -> new ServiceException(ErrorCode.NOT_FOUND, "there is no candle import " + id)));
    }

    private static ServiceException refusal(CandleImportView report) {
        String why = report.issues().isEmpty()
                ? "nothing in it can be stored"
                : report.issues().getFirst().message();
        return new ServiceException(ErrorCode.UNPROCESSABLE, "the file is refused and nothing of it is stored: " + why)
                .with("report", report);
    }
}

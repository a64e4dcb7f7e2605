package io.tradewind.registry.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.security.Roles;
import io.tradewind.registry.storage.BundleKey;
import io.tradewind.registry.storage.FileName;
import io.tradewind.registry.version.VersionFile;
import io.tradewind.registry.version.VersionService;
import io.tradewind.registry.version.VersionView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Files of a version's bundle over HTTP. */
@Path("/api/v1/models/{id}/versions/{number}")
@RolesAllowed({Roles.USER, Roles.ADMIN, Roles.SERVICE})
class BundleResource {
    private final BundleUploads uploads;
    private final BundleCompletion completion;
    private final BundleDownloads downloads;
    private final VersionService versions;

    BundleResource(
            BundleUploads uploads, BundleCompletion completion, BundleDownloads downloads, VersionService versions) {
        this.uploads = uploads;
        this.completion = completion;
        this.downloads = downloads;
        this.versions = versions;
    }

    @PUT
    @Path("files/{name}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> upload(
            @RestPath UUID id,
            @RestPath @Min(1) int number,
            @RestPath String name,
            @HeaderParam("Content-Digest") @Nullable String digest,
            @Context HttpServerRequest request) {
        // Whatever arrives before the checks are done waits in the socket.
        request.pause();
        return switch (ContentDigest.parse(digest)) {
            case ContentDigest.Unusable unusable ->
                throw new ServiceException(ErrorCode.VALIDATION_FAILED, unusable.reason());
            case ContentDigest.Sha256 sha256 -> {
                Upload upload = new Upload(new BundleKey(id, number), name(name), sha256.hex(), length(request));
                yield uploads.upload(upload, RequestBody.of(request)).map(BundleResource::created);
            }
        };
    }

    @POST
    @Path("complete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<VersionView> complete(
            @RestPath UUID id, @RestPath @Min(1) int number, @Valid @NotNull CompleteRequest request) {
        return completion
                .complete(new BundleKey(id, number), request.bundleDigest().toLowerCase(Locale.ROOT))
                .chain(outcome -> switch (outcome) {
                    case BundleCompletion.Outcome.Ready ready -> versions.get(id, number);
                    case BundleCompletion.Outcome.Refused refused -> throw refusal(number, refused.reason());
                })
                .map(VersionView::of);
    }

    @GET
    @Path("files")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<VersionFile>> files(@RestPath UUID id, @RestPath @Min(1) int number) {
        return downloads.list(id, number);
    }

    @GET
    @Path("files/{name}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> download(
            @RestPath UUID id, @RestPath @Min(1) int number, @RestPath String name, @Context HttpHeaders headers) {
        return downloads.get(id, number, name).map(file -> download(new BundleKey(id, number), file, headers));
    }

    @HEAD
    @Path("files/{name}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Response> describe(@RestPath UUID id, @RestPath @Min(1) int number, @RestPath String name) {
        return downloads.get(id, number, name).map(file -> described(Response.ok(), file)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build());
    }

    @GET
    @Path("evaluation")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Map<String, Object>> evaluation(@RestPath UUID id, @RestPath @Min(1) int number) {
        return versions.get(id, number).map(version -> {
            if (version.evaluation() == null) {
                throw new ServiceException(ErrorCode.NOT_FOUND, "version " + number + " has no evaluation");
            }
            return version.evaluation();
        });
    }

    private Response download(BundleKey key, VersionFile file, HttpHeaders headers) {
        EntityTag tag = new EntityTag(file.sha256());
        if (tag.matchesAnyOf(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return described(Response.notModified(), file).build();
        }
        String range = tag.allowsRange(headers.getHeaderString("If-Range")) ? headers.getHeaderString("Range") : null;
        return switch (ByteRange.parse(range, file.size())) {
            case ByteRange.Whole whole ->
                described(Response.ok(downloads.read(key, file, 0, file.size())), file)
                        .build();
            case ByteRange.Part part ->
                described(Response.status(206).entity(downloads.read(key, file, part.first(), part.length())), file)
                        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size())
                        .build();
            case ByteRange.Unsatisfiable unsatisfiable ->
                throw new ServiceException(
                                ErrorCode.RANGE_NOT_SATISFIABLE,
                                "the file has " + file.size() + " bytes, the request wants " + range)
                        .with("size", file.size());
        };
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, VersionFile file) {
        return answer.header(HttpHeaders.ETAG, new EntityTag(file.sha256()).header())
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", ContentDigest.header(file.sha256()))
                // Bytes of a READY version never change, but who may see them can.
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
    }

    private static Response created(VersionFile file) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.ETAG, new EntityTag(file.sha256()).header())
                .entity(file)
                .build();
    }

    private static FileName name(String name) {
        try {
            return new FileName(name);
        } catch (IllegalArgumentException refused) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, refused.getMessage(), refused);
        }
    }

    private static long length(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? -1 : Long.parseLong(header);
    }

    private static ServiceException refusal(int number, String reason) {
        return new ServiceException(ErrorCode.UNPROCESSABLE, "version " + number + " is refused: " + reason)
                .with("reason", reason)
                .with("versionStatus", "FAILED");
    }
}

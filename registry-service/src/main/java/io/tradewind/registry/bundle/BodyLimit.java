package io.tradewind.registry.bundle;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tradewind.kit.problem.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps bodies that are read into memory small. The server's own limit has to let the largest file of a bundle through,
 * which is streamed to disk; everything else here is JSON.
 */
@ApplicationScoped
class BodyLimit {
    /** Largest body of a request that is not a file, in bytes. */
    private static final long LARGEST_DOCUMENT = 1L << 20;

    /** After the server's own limit, which would be put in place of this one otherwise. */
    private static final int AFTER_SERVER_LIMIT = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::check, AFTER_SERVER_LIMIT);
    }

    private static void check(RoutingContext routing) {
        if (routing.normalizedPath().contains("/files/")) {
            routing.next();
            return;
        }
        routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST_DOCUMENT);
        if (length(routing.request()) > LARGEST_DOCUMENT) {
            refuse(routing);
        } else {
            routing.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        return header == null ? 0 : Long.parseLong(header);
    }

    private static void refuse(RoutingContext routing) {
        JsonObject problem = new JsonObject()
                .put("type", ErrorCode.TOO_LARGE.type())
                .put("title", ErrorCode.TOO_LARGE.title())
                .put("status", ErrorCode.TOO_LARGE.status())
                .put("detail", "the body has at most " + LARGEST_DOCUMENT + " bytes here")
                .put("instance", routing.normalizedPath());
        if (routing.request().version() != HttpVersion.HTTP_2) {
            // Saves reading the rest; HTTP/2, which forbids the header, resets the stream instead.
            routing.response().putHeader("Connection", "close");
        }
        routing.response()
                .setStatusCode(ErrorCode.TOO_LARGE.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(problem.encode());
    }
}

package io.tradewind.kit.problem;

import io.tradewind.kit.trace.TraceContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request with a problem before its body is read, as a filter does that looks at headers only. */
public final class EarlyRefusal {

    private EarlyRefusal() {}

    /** Answers; what is still to come of the body is not read: the connection goes with the answer. */
    public static void answer(RoutingContext routing, ErrorCode code, String detail) {
        Problem problem = Problem.of(code, detail);
        HttpServerResponse response = routing.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close");
        if (code.retryable()) {
            response.putHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
        // Vert.x would wait for the rest of the body before it closes.
        if (routing.request().version() != HttpVersion.HTTP_2) {
            routing.addEndHandler(ended -> routing.request().connection().close());
        }
        response.end(new JsonObject(problem.document(routing.normalizedPath(), TraceContext.requestId())).encode());
    }
}

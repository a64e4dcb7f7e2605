package io.tradewind.registry.bundle;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.buffer.Buffer;

/** A request's body as it arrives, one chunk at a time as they are asked for. */
final class RequestBody {

    private RequestBody() {}

    static Multi<Buffer> of(HttpServerRequest request) {
        io.vertx.mutiny.core.http.HttpServerRequest arriving =
                io.vertx.mutiny.core.http.HttpServerRequest.newInstance(request);
        return Multi.createFrom().deferred(() -> {
            // A client that waits to be told sends nothing before this.
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            return arriving.toMulti();
        });
    }
}

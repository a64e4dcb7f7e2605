package io.tradewind.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives every request its id and trace before anything else sees it, authentication included. */
@ApplicationScoped
class TraceFilter {

    /** Higher runs earlier; authentication is at 200. */
    private static final int BEFORE_AUTHENTICATION = 1000;

    void register(@Observes Filters filters) {
        filters.register(TraceFilter::begin, BEFORE_AUTHENTICATION);
    }

    private static void begin(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        TraceContext.begin(request.getHeader(TraceContext.REQUEST_ID), request.getHeader(TraceContext.TRACEPARENT));
        routing.response().putHeader(TraceContext.REQUEST_ID, TraceContext.requestId());
        routing.next();
    }
}

package io.tradewind.training.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tradewind.kit.problem.EarlyRefusal;
import io.tradewind.kit.problem.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * The server takes bodies as large as a file of candles; this holds every other request to what a JSON document may have,
 * because those are read into memory.
 */
@ApplicationScoped
class BodyLimit {

    private static final String FILES = "/api/v1/candles";

    /** The last of the filters: Quarkus notes the server's own limit with a priority of 2, and this is to replace it. */
    private static final int PRIORITY = 1;

    /** Where Quarkus keeps the limit that its body readers hold a body of unknown length to. */
    private static final String READER_LIMIT = "io.quarkus.max-request-size";

    private final long limit;

    @Inject
    BodyLimit(IntakeConfig config) {
        this.limit = config.maxRequestBytes();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext routing) {
        boolean file = routing.request().method() == HttpMethod.POST
                && routing.normalizedPath().equals(FILES);
        if (!file) {
            String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            if (length != null && Long.parseLong(length) > limit) {
                EarlyRefusal.answer(
                        routing, ErrorCode.TOO_LARGE, "the body may have at most " + limit + " bytes, has " + length);
                return;
            }
            routing.put(READER_LIMIT, limit);
        }
        routing.next();
    }
}

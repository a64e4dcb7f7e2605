package io.tradewind.inference.prediction;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.tradewind.kit.problem.EarlyRefusal;
import io.tradewind.kit.problem.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Bounds what request bodies take of the heap, all together. A body counts with the length it announces, from its headers
 * to the end of the answer; one that announces none counts with the most it may have.
 */
@ApplicationScoped
class BodyBudget {

    /** Just before Quarkus looks at the length, at 2: it refuses without a word. */
    private static final int PRIORITY = 3;

    /** Bodies up to this arrive in one go. */
    private static final int SMALL = 16 * 1024;

    private final long largest;
    private final long budget;
    private final long timeoutMillis;
    private final AtomicLong inFlight = new AtomicLong();
    private final Counter tooLarge;
    private final Counter refused;

    @Inject
    BodyBudget(PredictionConfig config, MeterRegistry metrics) {
        this.largest = config.maxBodySize().asLongValue();
        this.budget = config.maxBodiesInFlight().asLongValue();
        this.timeoutMillis = config.bodyTimeout().toMillis();
        this.tooLarge = metrics.counter("tradewind.inference.bodies.refused", "reason", "too-large");
        this.refused = metrics.counter("tradewind.inference.bodies.refused", "reason", "overloaded");
        metrics.gauge("tradewind.inference.bodies.bytes", inFlight);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext routing) {
        long bytes = announced(routing.request());
        if (bytes > largest) {
            tooLarge.increment();
            EarlyRefusal.answer(
                    routing, ErrorCode.TOO_LARGE, "the body may have at most " + largest + " bytes, has " + bytes);
        } else if (!reserve(bytes)) {
            refused.increment();
            EarlyRefusal.answer(
                    routing,
                    ErrorCode.OVERLOADED,
                    "the bodies of requests being answered hold %d of %d bytes, this one would add %d"
                            .formatted(inFlight.get(), budget, bytes));
        } else {
            releaseInTheEnd(routing, bytes);
            routing.next();
        }
    }

    /** Bytes to come at most. */
    private long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        // In HTTP/1 a body without a length has a transfer encoding; in HTTP/2 nothing tells it.
        boolean unannounced = request.version() == HttpVersion.HTTP_2
                ? request.method() == HttpMethod.POST
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return unannounced ? largest : 0;
    }

    private boolean reserve(long bytes) {
        if (inFlight.addAndGet(bytes) <= budget) {
            return true;
        }
        inFlight.addAndGet(-bytes);
        return false;
    }

    private void releaseInTheEnd(RoutingContext routing, long bytes) {
        if (bytes == 0) {
            return;
        }
        AtomicBoolean held = new AtomicBoolean(true);
        routing.addEndHandler(ended -> {
            if (held.compareAndSet(true, false)) {
                inFlight.addAndGet(-bytes);
            }
        });
        if (bytes > SMALL) {
            closeUnlessItComes(routing);
        }
    }

    /** Whoever announces a body and does not send it would keep others out for as long as the connection stands. */
    private void closeUnlessItComes(RoutingContext routing) {
        long timer = routing.vertx().setTimer(timeoutMillis, late -> {
            if (!routing.request().isEnded()) {
                routing.request().connection().close();
            }
        });
        routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
    }
}

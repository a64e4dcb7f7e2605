package io.tradewind.kit.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The request being worked on: its id, for logs and problems, and its W3C trace, which travels on in HTTP headers, outbox
 * rows and Kafka headers whether or not OpenTelemetry exports anything.
 */
public final class TraceContext {

    /** W3C header with version, trace id, parent span id and flags. */
    public static final String TRACEPARENT = "traceparent";

    /** Header with the request's id, taken from the caller where it sends one. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final String LOG_KEY = "requestId";
    private static final Pattern VALID_TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern VALID_REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,64}");
    private static final String NO_REQUEST = "none";

    private TraceContext() {}

    /** Id of the request being answered; {@code none} outside requests. */
    public static String requestId() {
        String id = local(REQUEST_ID);
        return id == null ? NO_REQUEST : id;
    }

    /** The trace to continue, as a {@code traceparent}; null where work was started by nobody. */
    public static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                    + span.getTraceFlags().asHex();
        }
        return local(TRACEPARENT);
    }

    /** Headers for a call to another service. */
    public static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String id = local(REQUEST_ID);
        if (id != null) {
            headers.put(REQUEST_ID, id);
        }
        String parent = traceparent();
        if (parent != null) {
            headers.put(TRACEPARENT, parent);
        }
        return headers;
    }

    /** Starts or continues a trace on the current duplicated context; values that are not well formed are replaced. */
    public static void begin(@Nullable String requestId, @Nullable String traceparent) {
        String id = requestId != null && VALID_REQUEST_ID.matcher(requestId).matches()
                ? requestId
                : UUID.randomUUID().toString();
        String parent = valid(traceparent) ? traceparent : newTraceparent();
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(REQUEST_ID, id);
            ContextLocals.put(TRACEPARENT, parent);
            MDC.put(LOG_KEY, id);
        }
    }

    /** Whether a header's value is a W3C trace context of version 00. */
    public static boolean valid(@Nullable String traceparent) {
        return traceparent != null && VALID_TRACEPARENT.matcher(traceparent).matches();
    }

    private static String newTraceparent() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-00".formatted(random.nextLong(), random.nextLong() | 1, random.nextLong() | 1);
    }

    private static @Nullable String local(String key) {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<String>get(key).orElse(null)
                : null;
    }
}

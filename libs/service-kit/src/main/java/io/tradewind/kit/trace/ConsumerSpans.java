package io.tradewind.kit.trace;

import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Spans for what is done with events: children of whatever caused them, wherever that was. */
@Singleton
public class ConsumerSpans {

    private final Tracer tracer;

    ConsumerSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs the work within a span of this name that continues the trace; costs next to nothing while nothing is exported. */
    public <T> Uni<T> within(String name, @Nullable String traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context parent = parent(traceparent);
            Span span = tracer.spanBuilder(name)
                    .setSpanKind(SpanKind.CONSUMER)
                    .setParent(parent)
                    .startSpan();
            Scope scope = parent.with(span).makeCurrent();
            return work.get()
                    .onFailure()
                    .invoke(failure -> span.recordException(failure).setStatus(StatusCode.ERROR))
                    .onTermination()
                    .invoke(() -> {
                        scope.close();
                        span.end();
                    });
        });
    }

    private static Context parent(@Nullable String traceparent) {
        return TraceContext.valid(traceparent)
                ? W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TraceContext.TRACEPARENT, traceparent), Headers.READER)
                : Context.root();
    }

    /** Reads the one header there is. */
    private enum Headers implements TextMapGetter<Map<String, String>> {
        READER;

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String key) {
            return headers == null ? null : headers.get(key);
        }
    }
}

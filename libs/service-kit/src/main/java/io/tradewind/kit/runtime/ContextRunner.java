package io.tradewind.kit.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tradewind.kit.trace.TraceContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a thread of our own run reactive work as a request would run it: on a Vert.x context of its own. */
@Singleton
public class ContextRunner {

    private final Vertx vertx;

    ContextRunner(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Runs the work on an event loop and waits for it on this thread.
     *
     * @throws ExecutionException with the work's failure, or with a {@link TimeoutException} after the limit, when the
     *     work is cancelled
     */
    public <T> @Nullable T await(Supplier<Uni<T>> work, @Nullable String traceparent, Duration limit)
            throws ExecutionException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        CompletableFuture<Cancellable> running = new CompletableFuture<>();
        context.runOnContext(ignored -> running.complete(start(work, traceparent, result)));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            running.thenAccept(job -> context.runOnContext(ignored -> job.cancel()));
            throw new ExecutionException(late);
        }
    }

    private static <T> Cancellable start(
            Supplier<Uni<T>> work, @Nullable String traceparent, CompletableFuture<T> result) {
        TraceContext.begin(null, traceparent);
        return Uni.createFrom().deferred(work::get).subscribe().with(result::complete, result::completeExceptionally);
    }
}

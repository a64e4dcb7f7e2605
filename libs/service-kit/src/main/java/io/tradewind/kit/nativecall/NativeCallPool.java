package io.tradewind.kit.nativecall;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * A bounded pool for calls that must not run on the event loop: native code, file IO, long computations.
 *
 * <p>Threads and queue are fixed. When the queue is full a call fails at once with OVERLOADED, so that waiting callers
 * never pile up without limit. A result is delivered on the event loop the call came from.
 */
public final class NativeCallPool implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final String name;
    private final int queue;
    private final ThreadPoolExecutor threads;
    private final Counter rejected;

    /** A pool of this many threads and waiting calls; the name marks threads and metrics. */
    public NativeCallPool(String name, int threads, int queue) {
        if (threads < 1 || queue < 1) {
            throw new IllegalArgumentException("threads and queue must be >= 1, were " + threads + " and " + queue);
        }
        this.name = name;
        this.queue = queue;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                task -> daemon(task, name + '-' + number.getAndIncrement()),
                new ThreadPoolExecutor.AbortPolicy());
        this.rejected = Metrics.counter("tradewind.native.rejected", "pool", name);
        Gauge.builder("tradewind.native.queued", this.threads, pool -> pool.getQueue()
                        .size())
                .tag("pool", name)
                .register(Metrics.globalRegistry);
        Gauge.builder("tradewind.native.active", this.threads, ThreadPoolExecutor::getActiveCount)
                .tag("pool", name)
                .register(Metrics.globalRegistry);
    }

    /** Runs the call on the pool when subscribed to; fails with OVERLOADED when threads and queue are taken. */
    public <T> Uni<T> call(Callable<T> call) {
        return Uni.createFrom().deferred(() -> {
            Uni<T> result = Uni.createFrom()
                    .item(Unchecked.supplier(call::call))
                    .runSubscriptionOn(threads)
                    .onFailure(RejectedExecutionException.class)
                    .transform(this::overloaded);
            Context caller = Vertx.currentContext();
            return caller == null ? result : result.emitOn(executor(caller));
        });
    }

    private static Executor executor(Context caller) {
        return MutinyHelper.executor(caller);
    }

    private ServiceException overloaded(Throwable cause) {
        rejected.increment();
        String message = threads.isShutdown()
                ? name + " is shutting down"
                : name + " is full: " + threads.getMaximumPoolSize() + " running, " + queue + " waiting";
        return new ServiceException(ErrorCode.OVERLOADED, message, cause);
    }

    /** Takes no more calls, lets those taken finish for up to ten seconds, then interrupts them. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}

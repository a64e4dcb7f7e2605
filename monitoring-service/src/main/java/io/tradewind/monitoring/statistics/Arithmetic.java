package io.tradewind.monitoring.statistics;

import java.util.concurrent.Callable;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.nativecall.NativeCallPool;
import io.vertx.core.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/**
 * The threads on which batches are read, added up and scored: two thousand rows with a hundred features each take
 * milliseconds that an event loop does not have. A transaction goes on with the result on its own event loop, so steps
 * keep their order and the offsets stay with what they stand for.
 */
@Singleton
public class Arithmetic {

    private final NativeCallPool pool;

    Arithmetic(ArithmeticConfig config) {
        this.pool = new NativeCallPool("arithmetic", config.threads(), config.queue());
    }

    /** Computes there and comes back to the caller's event loop; fails with OVERLOADED when all places are taken. */
    public <T> Uni<T> compute(Callable<T> work) {
        return pool.call(work);
    }

    /** For assertions in what must be computed here: tests run with them, production without. */
    public static boolean offTheEventLoop() {
        return !Context.isOnEventLoopThread();
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}

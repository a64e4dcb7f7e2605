package io.tradewind.inference.prediction;

import java.util.concurrent.Callable;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.nativecall.NativeCallPool;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** The threads on which requests call models and compute features; full, they refuse with OVERLOADED. */
@Singleton
public class NativeCalls {

    private final NativeCallPool pool;

    NativeCalls(PredictionConfig config) {
        this.pool = new NativeCallPool("predict", config.threads(), config.queueCapacity());
    }

    /** Runs the call there and comes back to the caller's event loop. */
    public <T> Uni<T> call(Callable<T> call) {
        return pool.call(call);
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}

package io.tradewind.training.support;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

import io.tradewind.kit.runtime.ContextRunner;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Calls off what large imports still have to publish: it would only keep the machine from the tests that follow. */
@ApplicationScoped
public class Unpublished {

    private final Pool pool;
    private final ContextRunner contexts;

    Unpublished(Pool pool, ContextRunner contexts) {
        this.pool = pool;
        this.contexts = contexts;
    }

    public void forget() throws ExecutionException, InterruptedException {
        contexts.await(
                () -> pool.query("UPDATE candle_import SET published_at = now() WHERE published_at IS NULL")
                        .execute(),
                null,
                Duration.ofSeconds(30));
    }
}

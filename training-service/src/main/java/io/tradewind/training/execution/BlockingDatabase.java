package io.tradewind.training.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.tradewind.kit.runtime.ContextRunner;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Lets threads of our own wait for statements, again and again while the database is away. */
@ApplicationScoped
class BlockingDatabase {

    private static final Logger LOG = Logger.getLogger(BlockingDatabase.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ContextRunner contexts;
    private final ExecutionConfig config;

    @Inject
    BlockingDatabase(ContextRunner contexts, ExecutionConfig config) {
        this.contexts = contexts;
        this.config = config;
    }

    /** One try; for what is repeated anyway. */
    <T> T once(Supplier<Uni<T>> work) throws ExecutionException, InterruptedException {
        T result = contexts.await(work, null, config.statementTimeout());
        if (result == null) {
            throw new IllegalStateException("a statement gave nothing");
        }
        return result;
    }

    /**
     * Tries until the database answers.
     *
     * @throws DatabaseAwayException when it does not for two minutes, or the signal is raised before it does
     */
    <T> T await(Supplier<Uni<T>> work, StopSignal stop) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return once(work);
            } catch (ExecutionException failed) {
                Throwable cause = failed.getCause();
                if (cause instanceof PgException answered && !passing(answered)) {
                    throw new IllegalStateException("the database refuses the statement", cause);
                }
                if (Instant.now().isAfter(deadline) || stop.pause(PAUSE)) {
                    throw new DatabaseAwayException(cause);
                }
                LOG.debugf("the database is tried again: %s", cause.getMessage());
            }
        }
    }

    /** Connections broken, resources short, an operator's hand, a deadlock: these pass; other errors are ours. */
    private static boolean passing(PgException failure) {
        String state = String.valueOf(failure.getSqlState());
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57") || state.startsWith("40");
    }
}

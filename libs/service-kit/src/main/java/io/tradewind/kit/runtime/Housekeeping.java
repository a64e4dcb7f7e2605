package io.tradewind.kit.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** One thread for small recurring chores that may touch files or wait for the database. */
@Singleton
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(chore -> {
        Thread created = new Thread(chore, "housekeeping");
        created.setDaemon(true);
        return created;
    });

    /** Does the chore again and again, with this pause; a failure is logged and the next turn comes all the same. */
    public void every(Duration pause, String name, Runnable chore) {
        Runnable guarded = () -> {
            try {
                chore.run();
            } catch (RuntimeException failure) {
                LOG.debugf(failure, "chore '%s' failed; it is tried again in %s", name, pause);
            }
        };
        thread.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}

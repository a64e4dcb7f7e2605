package io.tradewind.inference.history;

import java.time.Duration;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.LoopThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Brings the schema up to date as soon as PostgreSQL is there, while models answer already. */
@ApplicationScoped
class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);

    private final Flyway flyway;
    private volatile boolean stopping;
    private volatile boolean done;
    private LoopThread thread;

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent event) {
        thread = LoopThread.start("migrations", this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.join(Duration.ofSeconds(5));
    }

    /** Whether the tables are there. */
    boolean done() {
        return done;
    }

    private void run() throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!done && !stopping) {
            try {
                flyway.migrate();
                done = true;
            } catch (FlywayException e) {
                if (backoff.first()) {
                    LOG.warnf("the schema cannot be migrated yet, trying on: %s", e.getMessage());
                }
                backoff.pause();
            }
        }
    }
}

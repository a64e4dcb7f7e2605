package io.tradewind.inference.history;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.event.Event;
import io.tradewind.inference.deployment.DeploymentListener;
import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.LoopThread;
import io.tradewind.kit.runtime.ContextRunner;
import io.tradewind.kit.runtime.Housekeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Writes down what is reported, in order, whenever PostgreSQL is there; what does not fit its queue is left out. */
@ApplicationScoped
class LoadHistory implements DeploymentListener {

    private static final Logger LOG = Logger.getLogger(LoadHistory.class);
    private static final int BOUND = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final LoadRecords records;
    private final Migrations migrations;
    private final ContextRunner runner;
    private final Housekeeping housekeeping;
    private final HistoryConfig config;
    private final BlockingQueue<LoadRecord> queue = new ArrayBlockingQueue<>(BOUND);
    private volatile boolean stopping;
    private LoopThread thread;

    LoadHistory(
            LoadRecords records,
            Migrations migrations,
            ContextRunner runner,
            Housekeeping housekeeping,
            HistoryConfig config) {
        this.records = records;
        this.migrations = migrations;
        this.runner = runner;
        this.housekeeping = housekeeping;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = LoopThread.start("load-history", this::run);
        housekeeping.every(Duration.ofHours(1), "prune load records", this::prune);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.join(LIMIT);
    }

    @Override
    public void reported(Event event) {
        LoadRecord.of(event).ifPresent(record -> {
            if (!queue.offer(record)) {
                LOG.warnf("more than %d load records wait for PostgreSQL; left out: %s", BOUND, record);
            }
        });
    }

    private void run() throws InterruptedException {
        while (!stopping) {
            LoadRecord next = migrations.done() ? queue.poll(200, TimeUnit.MILLISECONDS) : null;
            if (next != null) {
                write(next);
            } else if (!migrations.done()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private void write(LoadRecord next) throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!stopping) {
            try {
                runner.await(() -> records.insert(next), null, LIMIT);
                return;
            } catch (ExecutionException e) {
                if (backoff.first()) {
                    LOG.warnf("a load record waits for PostgreSQL: %s", String.valueOf(e.getCause()));
                }
                backoff.pause();
            }
        }
    }

    private void prune() {
        try {
            runner.await(() -> records.prune(config.keep()), null, LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debugf(e, "load records are pruned another time");
        }
    }
}

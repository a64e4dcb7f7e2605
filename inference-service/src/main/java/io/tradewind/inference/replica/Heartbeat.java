package io.tradewind.inference.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.model.ReplicaSeen;
import io.tradewind.inference.deployment.DeploymentService;
import io.tradewind.inference.serving.ReplicaId;
import io.tradewind.kit.kafka.LoopThread;
import io.tradewind.kit.publish.EventPublisher;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** One heartbeat at a time: while Kafka is away they do not pile up. */
@ApplicationScoped
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    /** Before anything is taken down, so that nobody waits for this replica. */
    private static final int FIRST = 1;

    private final ReplicaConfig config;
    private final ReplicaId replicaId;
    private final DeploymentService deployments;
    private final EventPublisher publisher;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private LoopThread thread;

    Heartbeat(ReplicaConfig config, ReplicaId replicaId, DeploymentService deployments, EventPublisher publisher) {
        this.config = config;
        this.replicaId = replicaId;
        this.deployments = deployments;
        this.publisher = publisher;
    }

    void start(@Observes StartupEvent event) {
        thread = LoopThread.start("heartbeat", this::run);
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        stopping.countDown();
        thread.join(FAREWELL);
        publish(true, FAREWELL);
    }

    private void run() throws InterruptedException {
        do {
            publish(false, ACKNOWLEDGEMENT);
        } while (!stopping.await(config.heartbeat().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void publish(boolean last, Duration limit) {
        List<ReplicaSeen.Served> serving = last ? List.of() : deployments.serving();
        var seen =
                new ReplicaSeen(replicaId.value(), serving, config.heartbeat().toMillis(), last, Instant.now());
        try {
            publisher.publish(seen).await().atMost(limit);
        } catch (RuntimeException e) {
            LOG.debugf("no heartbeat just now: %s", e.toString());
        }
    }
}

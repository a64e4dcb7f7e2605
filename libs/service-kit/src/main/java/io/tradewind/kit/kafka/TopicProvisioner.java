package io.tradewind.kit.kafka;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tradewind.contracts.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the fleet's topics where they are missing, however long it takes Kafka to be there. */
@Singleton
public class TopicProvisioner {

    private static final Logger LOG = Logger.getLogger(TopicProvisioner.class);
    private static final long ATTEMPT_SECONDS = 15;
    private static final int BEFORE_CONSUMERS = 10;

    private final KafkaClients clients;
    private final KafkaConfig config;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean stopping;

    TopicProvisioner(KafkaClients clients, KafkaConfig config) {
        this.clients = clients;
        this.config = config;
    }

    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        if (config.provisionTopics()) {
            LoopThread.start("topic-provisioner", this::createUntilThere);
        } else {
            done.complete(null);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        done.cancel(false);
    }

    /** Waits until the topics are there; false where that is not so within the time. */
    public boolean await(long seconds) throws InterruptedException {
        try {
            done.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException | java.util.concurrent.CancellationException notYet) {
            return false;
        }
    }

    private void createUntilThere() throws InterruptedException {
        Backoff backoff = new Backoff();
        while (!stopping) {
            try {
                createMissing();
                done.complete(null);
                return;
            } catch (ExecutionException | TimeoutException cause) {
                if (backoff.first()) {
                    LOG.warnf("topics cannot be created yet, trying on: %s", cause.toString());
                }
                backoff.pause();
            }
        }
    }

    private void createMissing() throws ExecutionException, InterruptedException, TimeoutException {
        Admin admin = clients.admin();
        Set<String> present = admin.listTopics().names().get(ATTEMPT_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = Stream.of(Topic.values())
                .filter(topic -> !present.contains(topic.topicName()))
                .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), config.replicationFactor())
                        .configs(topic.settings()))
                .toList();
        for (var creation : admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get(ATTEMPT_SECONDS, TimeUnit.SECONDS);
                LOG.infof("topic %s created", creation.getKey());
            } catch (ExecutionException cause) {
                // Another service of the fleet was quicker.
                if (!(cause.getCause() instanceof TopicExistsException)) {
                    throw cause;
                }
            }
        }
    }
}

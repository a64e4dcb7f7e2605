package io.tradewind.kit.broadcast;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.tradewind.contracts.Topic;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.kafka.TopicProvisioner;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Reads topics whole, from the start, in no group: every process sees every event, again after each start. */
@Singleton
public class Broadcast {

    private static final int BEFORE_OTHERS = 10;

    private final KafkaClients clients;
    private final TopicProvisioner topics;
    private final List<BroadcastReader> readers = new CopyOnWriteArrayList<>();

    Broadcast(KafkaClients clients, TopicProvisioner topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /**
     * Starts reading; the handler is called on one thread of its own, with events in the order of their partitions.
     *
     * <p>The handler keeps state in memory and decides by revision what is news: an event may come twice.
     */
    public BroadcastReader read(Set<Topic> names, Consumer<List<Received>> handler) {
        BroadcastReader reader = BroadcastReader.start(clients, topics, names, handler);
        readers.add(reader);
        return reader;
    }

    void stop(@Observes @Priority(BEFORE_OTHERS) ShutdownEvent event) {
        readers.forEach(BroadcastReader::close);
    }
}

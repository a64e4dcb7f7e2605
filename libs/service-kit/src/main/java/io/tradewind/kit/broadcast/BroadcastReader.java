package io.tradewind.kit.broadcast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tradewind.contracts.Topic;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.kafka.Backoff;
import io.tradewind.kit.kafka.KafkaClients;
import io.tradewind.kit.kafka.LoopThread;
import io.tradewind.kit.kafka.TopicProvisioner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One reading of whole topics. */
public final class BroadcastReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BroadcastReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final long TOPICS_SECONDS = 1;

    private final KafkaClients clients;
    private final TopicProvisioner provisioner;
    private final Map<String, Topic> topics;
    private final Consumer<List<Received>> handler;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> goal = new HashMap<>();
    private final Backoff backoff = new Backoff();
    private @Nullable LoopThread thread;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, byte[]> polling;
    private volatile boolean caughtUp;
    private volatile boolean stopping;

    private BroadcastReader(
            KafkaClients clients, TopicProvisioner provisioner, Set<Topic> names, Consumer<List<Received>> handler) {
        this.clients = clients;
        this.provisioner = provisioner;
        this.topics = names.stream().collect(Collectors.toUnmodifiableMap(Topic::topicName, Function.identity()));
        this.handler = handler;
    }

    static BroadcastReader start(
            KafkaClients clients, TopicProvisioner provisioner, Set<Topic> names, Consumer<List<Received>> handler) {
        BroadcastReader reader = new BroadcastReader(clients, provisioner, names, handler);
        String label = names.stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
        reader.thread = LoopThread.start("broadcast-" + label.toLowerCase(java.util.Locale.ROOT), reader::run);
        return reader;
    }

    /** Whether everything that was on the topics when reading began has been handled. Stays true from then on. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Stops reading; no event is handled afterwards. */
    @Override
    public void close() {
        stopping = true;
        var consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
        LoopThread running = thread;
        if (running != null) {
            running.join(STOP_LIMIT);
        }
    }

    private void run() throws InterruptedException {
        while (!stopping && !provisioner.await(TOPICS_SECONDS)) {
            LOG.debug("waiting for topics");
        }
        while (!stopping) {
            try (var consumer = clients.lone("broadcast")) {
                polling = consumer;
                assign(consumer);
                readWith(consumer);
            } catch (WakeupException expected) {
                LOG.debug("woken to stop");
            } catch (InterruptException interrupted) {
                throw interrupted;
            } catch (KafkaException cause) {
                if (backoff.first() && !stopping) {
                    LOG.warnf("%s cannot be read just now, trying on: %s", topics.keySet(), cause.toString());
                }
                backoff.pause();
            }
        }
    }

    /** Goes on where it was: what this process has handled before it has in memory still. */
    private void assign(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics.keySet()) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        if (goal.isEmpty()) {
            goal.putAll(ends);
        }
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            long position = next.getOrDefault(partition, 0L);
            if (position == 0 || position > ends.getOrDefault(partition, 0L)) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }

    private void readWith(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        while (!stopping) {
            ConsumerRecords<String, byte[]> records = consumer.poll(caughtUp ? POLL : Duration.ofMillis(50));
            handle(records);
            for (TopicPartition partition : consumer.assignment()) {
                next.put(partition, consumer.position(partition));
            }
            caughtUp = caughtUp || reachedGoal();
            if (backoff.reset()) {
                LOG.infof("%s are read again", topics.keySet());
            }
        }
    }

    private boolean reachedGoal() {
        return goal.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void handle(ConsumerRecords<String, byte[]> records) {
        List<Received> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            decode(events, record);
        }
        if (events.isEmpty()) {
            return;
        }
        try {
            handler.accept(events);
        } catch (RuntimeException failure) {
            // One bad event must neither end the reading nor take the others of its batch with it.
            LOG.warnf(failure, "a batch of %d events could not be handled whole; one by one now", events.size());
            events.forEach(this::handleAlone);
        }
    }

    private void handleAlone(Received received) {
        try {
            handler.accept(List.of(received));
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure,
                    "event %s at %s-%d@%d is passed over",
                    received.eventId(),
                    received.topic().topicName(),
                    received.partition(),
                    received.offset());
        }
    }

    private void decode(List<Received> events, ConsumerRecord<String, byte[]> record) {
        try {
            Topic topic = topics.get(record.topic());
            if (topic != null) {
                Received.from(topic, record).ifPresent(events::add);
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.warnf(
                    "%s-%d@%d is passed over: %s",
                    record.topic(), record.partition(), record.offset(), unreadable.getMessage());
        }
    }
}

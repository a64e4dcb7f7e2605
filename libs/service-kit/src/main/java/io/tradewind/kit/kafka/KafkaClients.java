package io.tradewind.kit.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.tradewind.kit.runtime.ServiceIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Makes Kafka clients that are idempotent, bounded in memory, and quick to notice a broker that is back. */
@Singleton
public class KafkaClients {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaConfig config;
    private final ServiceIdentity service;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable Admin admin;

    /** Clients for this service; one such object per process. */
    public KafkaClients(KafkaConfig config, ServiceIdentity service) {
        this.config = config;
        this.service = service;
    }

    /** The producer all parts of this process share; it is closed with the application. */
    public synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** The admin client all parts of this process share; it is closed with the application. */
    public synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = common("admin");
            settings.put("request.timeout.ms", 5_000);
            settings.put("default.api.timeout.ms", 10_000);
            admin = Admin.create(settings);
        }
        return admin;
    }

    /** A consumer that shares the partitions with others of its group; its owner closes it. */
    public Consumer<String, byte[]> grouped(String group) {
        Map<String, Object> settings = consumerSettings(group);
        settings.put("group.id", service.name() + '.' + group);
        settings.put(
                "session.timeout.ms", Math.toIntExact(config.sessionTimeout().toMillis()));
        settings.put(
                "heartbeat.interval.ms",
                Math.toIntExact(config.sessionTimeout().dividedBy(4).toMillis()));
        // Gives the same partition of every topic to the same member, so that joins of topics keyed alike are local.
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of no group, which is told its partitions; its owner closes it. */
    public Consumer<String, byte[]> lone(String name) {
        return new KafkaConsumer<>(consumerSettings(name), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = common("producer");
        int delivery = Math.toIntExact(config.deliveryTimeout().toMillis());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("buffer.memory", config.bufferMemory());
        settings.put("linger.ms", 2);
        settings.put("request.timeout.ms", Math.min(5_000, delivery / 2));
        settings.put("delivery.timeout.ms", delivery);
        settings.put("max.block.ms", Math.min(5_000, delivery / 4));
        return settings;
    }

    private Map<String, Object> consumerSettings(String name) {
        Map<String, Object> settings = common(name);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", config.maxPollRecords());
        settings.put("max.poll.interval.ms", 300_000);
        settings.put("fetch.max.wait.ms", 250);
        settings.put("default.api.timeout.ms", 10_000);
        return settings;
    }

    /** Back-off and metadata age decide how soon a client comes back after its broker did. */
    private Map<String, Object> common(String name) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", config.bootstrapServers());
        settings.put("client.id", service.name() + '.' + name);
        settings.put("reconnect.backoff.ms", 100);
        settings.put("reconnect.backoff.max.ms", 2_000);
        settings.put("metadata.max.age.ms", 30_000);
        settings.put("metric.reporters", "");
        settings.put("enable.metrics.push", false);
        return settings;
    }

    /** Closes the shared clients, after what the producer holds has been sent or five seconds have passed. */
    @PreDestroy
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
        }
        if (admin != null) {
            admin.close(CLOSE_LIMIT);
        }
    }
}

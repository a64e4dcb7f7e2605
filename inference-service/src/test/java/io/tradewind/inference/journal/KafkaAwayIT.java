package io.tradewind.inference.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.embedded.kafka.KafkaServer;
import io.tradewind.embedded.kafka.KafkaSettings;
import io.tradewind.embedded.port.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker that is stopped in the middle, as an operator would. */
@SuppressWarnings("try")
class KafkaAwayIT {

    @TempDir
    Path folder;

    private final JournalCounters counters = new JournalCounters(new SimpleMeterRegistry());
    private final int port = Ports.findFree();

    @Test
    void keepsEveryPredictionWhileTheBrokerIsAwayAndDeliversAllOfThemAfterwards() throws Exception {
        KafkaServer broker = startBroker();
        createTopic();
        List<PredictionMade> before = predictions(50);
        List<PredictionMade> during = predictions(200);
        try (Producer<String, byte[]> producer = producer();
                JournalLog log = new JournalLog(folder.resolve("journal"), 64 << 20, 16 << 10);
                JournalSender sender = new JournalSender(
                        log,
                        new KafkaRecordSink(() -> producer, "inference"),
                        counters,
                        new JournalSender.Pace(
                                100, Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofSeconds(10)));
                JournalWriter writer = new JournalWriter(log, counters, 1_000, Duration.ofMillis(50), sender::wake)) {
            assertThat(store(writer, before)).containsOnly(Stored.KEPT);
            await().until(() -> counters.depth() == 0);

            broker.close();
            assertThat(store(writer, during)).containsOnly(Stored.KEPT);
            assertThat(counters.depth()).isEqualTo(200);
            broker = startBroker();

            await().atMost(Duration.ofSeconds(60)).until(() -> counters.depth() == 0);
            assertThat(counters.droppedInAll()).isZero();
            assertThat(onTheTopic()).isEqualTo(ids(before, during));
        } finally {
            broker.close();
        }
    }

    private KafkaServer startBroker() {
        return KafkaServer.start(new KafkaSettings(port, 0, folder.resolve("kafka"), KafkaSettings.WhenFatal.KEEP_JVM));
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(Topic.PREDICTIONS.topicName(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", 1_000);
        settings.put("request.timeout.ms", 500);
        settings.put("linger.ms", 0);
        settings.put("max.block.ms", 500);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private Set<String> onTheTopic() {
        try (var consumer = new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topic.PREDICTIONS.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            Set<String> keys = new HashSet<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }

    private static List<Stored> store(JournalWriter writer, List<PredictionMade> predictions) {
        return predictions.stream()
                .map(made -> writer.append(() -> List.of(KafkaRecordSink.payload(made, null)), 1))
                .map(stage -> stage.toCompletableFuture().join())
                .toList();
    }

    private static Set<String> ids(List<PredictionMade> some, List<PredictionMade> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(made -> made.predictionId().toString())
                .collect(Collectors.toSet());
    }

    private static List<PredictionMade> predictions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PredictionMade(
                        UUID.randomUUID(),
                        new UUID(0, 1),
                        1,
                        "d",
                        "alice",
                        "BTCUSD",
                        "1h",
                        (long) i,
                        1.0,
                        1,
                        "DIRECTION",
                        List.of(0.4, 0.6),
                        Direction.UP,
                        0.6,
                        null,
                        PredictionSource.MODEL,
                        10,
                        null,
                        null,
                        List.of(1.0, 2.0),
                        Instant.EPOCH))
                .toList();
    }
}

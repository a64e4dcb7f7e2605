package io.tradewind.embedded.kafka;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.tradewind.embedded.kafka.KafkaSettings.WhenFatal;
import io.tradewind.embedded.port.PortTakenException;
import io.tradewind.embedded.port.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaServerTest {

    @TempDir
    private Path directory;

    @Test
    void keepsRecordsBetweenStarts() throws Exception {
        // Given
        KafkaSettings settings = new KafkaSettings(0, Ports.findFree(), directory.resolve("log"), WhenFatal.KEEP_JVM);
        try (KafkaServer first = KafkaServer.start(settings)) {
            createTopic(first);
            publish(first, "kept");
        }

        // When
        try (KafkaServer second = KafkaServer.start(settings)) {
            // Then
            assertThat(readOne(second)).isEqualTo("kept");
        }
    }

    @Test
    void leavesTheJvmAliveWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            KafkaSettings settings = new KafkaSettings(taken.getLocalPort(), 0, null, WhenFatal.KEEP_JVM);
            assertThatThrownBy(() -> KafkaServer.start(settings))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> Exit.halt(1, "out of disk"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("status 1: out of disk");
        }
    }

    @Test
    void leavesNothingOfATemporaryBroker() {
        // Given
        KafkaServer server = KafkaServer.start(KafkaSettings.temporary());
        Path log = server.directory();
        Path clusterId = log.resolveSibling(log.getFileName() + ".cluster-id");
        boolean isFree = Ports.isFree(server.port());

        // When
        server.close();

        // Then
        assertThat(isFree).isFalse();
        assertThat(Ports.isFree(server.port())).isTrue();
        assertThat(log).doesNotExist();
        assertThat(clusterId).doesNotExist();
        server.awaitShutdown();
    }

    @Test
    void saysWhyItCannotKeepItsLogThere() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("file"), "not a folder");
        Path foreign = Files.createDirectories(directory.resolve("foreign"));
        Files.writeString(foreign.resolve("meta.properties"), "version=1\ncluster.id=another\nnode.id=7\n");

        // When, Then
        assertThatThrownBy(() -> KafkaServer.start(new KafkaSettings(0, 0, file, WhenFatal.KEEP_JVM)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Kafka did not start: ")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> KafkaServer.start(new KafkaSettings(0, 0, foreign, WhenFatal.KEEP_JVM)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Kafka did not start: could not format " + foreign);
    }

    private static void createTopic(KafkaServer server) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("numbers", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void publish(KafkaServer server, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("numbers", "key", value)).get();
        }
    }

    private static String readOne(KafkaServer server) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("numbers", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int poll = 0; poll < 20; poll++) {
                for (var found : consumer.poll(Duration.ofSeconds(1))) {
                    return found.value();
                }
            }
            throw new AssertionError("no record within 20 s");
        }
    }
}

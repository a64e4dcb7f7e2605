package io.tradewind.embedded.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import io.tradewind.embedded.kafka.KafkaSettings.WhenFatal;
import io.tradewind.embedded.port.Ports;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A single Kafka broker in this JVM. Topics are never created by use: whoever needs one provisions it.
 *
 * <p>Acknowledged records survive the death of the process; the operating system decides when they reach the disk.
 */
public final class KafkaServer implements AutoCloseable {
    private static final int START_ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;
    private final Path directory;
    private final boolean temporary;

    private KafkaServer(KafkaRaftServer server, int port, Path directory, boolean temporary) {
        this.server = server;
        this.port = port;
        this.directory = directory;
        this.temporary = temporary;
    }

    /** Starts a broker and returns once clients can use it; fails with {@code PortTakenException} on a taken port. */
    public static KafkaServer start(KafkaSettings settings) {
        guardJvm(settings.whenFatal());
        boolean anyPort = settings.port() == 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(settings);
            } catch (IOException cause) {
                throw new UncheckedIOException("Kafka did not start: " + cause.getMessage(), cause);
            } catch (RuntimeException cause) {
                // A port that was free when it was chosen may be somebody else's by the time Kafka binds it.
                if (!anyPort || attempt == START_ATTEMPTS) {
                    throw cause;
                }
            }
        }
    }

    private static KafkaServer startOnce(KafkaSettings settings) throws IOException {
        int port = portOr(settings.port(), "Kafka");
        int controllerPort = portOr(settings.controllerPort(), "Kafka's controller");
        Path kept = settings.dataDirectory();
        Path directory = kept == null ? Files.createTempDirectory("tradewind-kafka") : Files.createDirectories(kept);
        format(directory);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.apply(config(port, controllerPort, directory), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error cause) {
            server.shutdown();
            throw new IllegalStateException("Kafka did not start: " + cause.getMessage(), cause);
        }
        return new KafkaServer(server, port, directory, kept == null);
    }

    private static int portOr(int wanted, String neededBy) {
        if (wanted == 0) {
            return Ports.findFree();
        }
        Ports.requireFree(wanted, neededBy);
        return wanted;
    }

    /** Kafka ends the JVM it runs in when it cannot go on, and with it everything else that runs there. */
    private static void guardJvm(WhenFatal whenFatal) {
        Exit.Procedure procedure =
                switch (whenFatal) {
                    case KEEP_JVM -> KafkaServer::refuseToExit;
                    case HALT_JVM -> (status, message) -> Runtime.getRuntime().halt(status);
                };
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
    }

    private static void refuseToExit(int status, String message) {
        throw new IllegalStateException(
                "Kafka gave up with status " + status + (message == null ? "" : ": " + message));
    }

    private static void format(Path directory) throws IOException {
        try {
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(clusterId(directory))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setIgnoreFormatted(true);
            formatter.run();
        } catch (Exception cause) {
            throw new IOException("could not format " + directory + ": " + cause.getMessage(), cause);
        }
    }

    /** Kafka refuses a log directory of another cluster, so the id is drawn once and kept beside the log. */
    private static String clusterId(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + ".cluster-id");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        String drawn = Uuid.randomUuid().toString();
        Files.writeString(file, drawn);
        return drawn;
    }

    private static Properties config(int port, int controllerPort, Path directory) {
        Properties config = new Properties();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.put("controller.listener.names", "CONTROLLER");
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("log.dirs", directory.toString());
        config.put("auto.create.topics.enable", "false");
        config.put("offsets.topic.num.partitions", "4");
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        // The default of 128 MiB is meant for a machine of its own.
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        config.put("log.cleaner.threads", "1");
        return config;
    }

    /** The port clients use. */
    public int port() {
        return port;
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where its log is. */
    Path directory() {
        return directory;
    }

    /** Waits until the broker has ended. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    /** Stops the broker in order. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            deleteLog();
        }
    }

    private void deleteLog() {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(directory.resolveSibling(directory.getFileName() + ".cluster-id"));
        } catch (IOException cause) {
            throw new UncheckedIOException("could not delete " + directory, cause);
        }
    }
}

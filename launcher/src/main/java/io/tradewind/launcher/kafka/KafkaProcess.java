package io.tradewind.launcher.kafka;

import java.nio.file.Path;

import io.tradewind.embedded.kafka.KafkaServer;
import io.tradewind.embedded.kafka.KafkaSettings;
import io.tradewind.embedded.kafka.KafkaSettings.WhenFatal;

/** Runs one Kafka broker until it is asked to stop. */
public final class KafkaProcess {
    private KafkaProcess() {}

    /** @param arguments port, controller port, directory of the log */
    public static void main(String[] arguments) {
        KafkaSettings settings = new KafkaSettings(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Path.of(arguments[2]),
                WhenFatal.HALT_JVM);
        try {
            KafkaServer server = KafkaServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "kafka-closer"));
            server.awaitShutdown();
        } catch (RuntimeException cause) {
            System.err.println("ERROR " + cause.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }
}

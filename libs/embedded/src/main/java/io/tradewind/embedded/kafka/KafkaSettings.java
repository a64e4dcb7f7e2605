package io.tradewind.embedded.kafka;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a Kafka broker keeps its log and how it is reached.
 *
 * @param port port for clients on the loopback interface; 0 for a free one
 * @param controllerPort port the broker talks to its own controller on; 0 for a free one
 * @param dataDirectory kept between starts; null for one that is deleted with the broker
 * @param whenFatal what a fault that Kafka cannot survive does
 */
public record KafkaSettings(
        int port, int controllerPort, @Nullable Path dataDirectory, WhenFatal whenFatal) {

    /** What happens to the JVM when Kafka gives up. */
    public enum WhenFatal {
        /** The thread that found the fault gets an exception: for JVMs that do more than run Kafka. */
        KEEP_JVM,
        /** The JVM halts, as Kafka's own does, so that whoever watches it starts another. */
        HALT_JVM
    }

    /** A broker on free ports whose log goes with it. */
    public static KafkaSettings temporary() {
        return new KafkaSettings(0, 0, null, WhenFatal.KEEP_JVM);
    }
}

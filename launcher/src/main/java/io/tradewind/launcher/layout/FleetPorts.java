package io.tradewind.launcher.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of a fleet.
 *
 * @param offset added to every port, so that fleets can live side by side
 */
public record FleetPorts(int offset) {
    private static final int KAFKA_CONTROLLER = 19093;

    public FleetPorts {
        if (offset < 0 || offset > 40_000) {
            throw new IllegalArgumentException("port offset must be within 0..40000, was " + offset);
        }
    }

    /** Port of a process. */
    public int of(ProcessName process) {
        return process.basePort() + offset;
    }

    /** The port Kafka talks to its own controller on. */
    public int kafkaController() {
        return KAFKA_CONTROLLER + offset;
    }

    /** Base URL of a service. */
    public String url(ProcessName service) {
        return "http://127.0.0.1:" + of(service);
    }

    /** What Kafka clients put into {@code bootstrap.servers}. */
    public String kafka() {
        return "127.0.0.1:" + of(ProcessName.KAFKA);
    }

    /** Host, port and database of PostgreSQL, to be put behind a scheme. */
    public String database() {
        return "127.0.0.1:" + of(ProcessName.POSTGRESQL) + "/tradewind";
    }

    /** Every port with what needs it. */
    public Map<Integer, String> all() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (ProcessName process : ProcessName.values()) {
            ports.put(of(process), process.label());
        }
        ports.put(kafkaController(), "kafka's controller");
        return ports;
    }
}

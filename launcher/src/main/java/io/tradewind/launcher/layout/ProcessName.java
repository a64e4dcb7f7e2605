package io.tradewind.launcher.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every process of the fleet, in the order of its start. */
public enum ProcessName {
    POSTGRESQL(15432, Kind.STORE),
    KAFKA(19092, Kind.STORE),
    REGISTRY(8081, Kind.SERVICE),
    TRAINING(8082, Kind.SERVICE),
    INFERENCE(8083, Kind.SERVICE),
    EXPERIMENT(8084, Kind.SERVICE),
    MONITORING(8085, Kind.SERVICE);

    /** What a process is to the fleet. */
    public enum Kind {
        /** Keeps data; starts before and stops after every service. */
        STORE,
        /** Answers HTTP. */
        SERVICE
    }

    private final int port;
    private final Kind kind;

    ProcessName(int port, Kind kind) {
        this.port = port;
        this.kind = kind;
    }

    /** The name as people type it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is to the fleet. */
    public Kind kind() {
        return kind;
    }

    /** Port in a fleet without a port offset. */
    public int basePort() {
        return port;
    }

    /** Every service. */
    public static List<ProcessName> services() {
        return Arrays.stream(values()).filter(name -> name.kind == Kind.SERVICE).toList();
    }

    /** The process of this name; fails with the list of names there are. */
    public static ProcessName of(String label) {
        return Arrays.stream(values())
                .filter(name -> name.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process is called " + label + "; there are "
                        + Arrays.stream(values()).map(ProcessName::label).collect(Collectors.joining(", "))));
    }
}

package io.tradewind.system;

/** The five services with the ports they have in a fleet without a port offset. */
enum Service {
    REGISTRY(8081),
    TRAINING(8082),
    INFERENCE(8083),
    EXPERIMENT(8084),
    MONITORING(8085);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    int port(int offset) {
        return port + offset;
    }

    /** Name of the process, as {@code ./fleet status} shows it. */
    String process() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package io.tradewind.embedded.port;

/** Another process already listens where one of ours has to. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int port;

    /** Says which port is taken and what needed it. */
    public PortTakenException(int port, String neededBy) {
        super("port " + port + " is taken by another process and " + neededBy + " needs it");
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}

package io.tradewind.launcher.fleet;

/** Something people can do something about; its message is all they need to see. */
public final class FleetFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message one line that says what is wrong and, where it is known, what to do */
    public FleetFailure(String message) {
        super(message);
    }
}

package io.tradewind.inference.deployment;

/** A bundle could not be brought into memory. */
final class LoadFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Whether it makes sense to try again. */
    enum Kind {
        TRANSIENT,
        PERMANENT
    }

    private final Kind kind;

    LoadFailedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    LoadFailedException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}

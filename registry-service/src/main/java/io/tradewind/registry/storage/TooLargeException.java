package io.tradewind.registry.storage;

/** More bytes arrived than may be stored. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long limit;

    TooLargeException(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** The bytes that would have been accepted. */
    public long limit() {
        return limit;
    }
}

package io.tradewind.learning.bundle;

/** A bundle that must not be used, with the reason. */
public final class BundleRefusedException extends RuntimeException {

    /** Why a bundle was refused. */
    public enum Reason {
        BAD_MANIFEST,
        UNKNOWN_FORMAT,
        UNKNOWN_ARCHITECTURE,
        UNKNOWN_FEATURES,
        WRONG_FEATURE_SCHEMA,
        MISSING_FILE,
        WRONG_SIZE,
        WRONG_DIGEST,
        UNREADABLE,
        WRONG_SHAPE,
        WRONG_OUTPUT
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public BundleRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public BundleRefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The kind of fault; the message says what, where and which limit. */
    public Reason reason() {
        return reason;
    }
}

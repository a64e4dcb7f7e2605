package io.tradewind.learning.fit;

/** A checkpoint that this training cannot go on from; the message says why. */
public final class CheckpointRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CheckpointRefusedException(String message) {
        super(message);
    }

    public CheckpointRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}

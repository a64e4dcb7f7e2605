package io.tradewind.learning.prediction;

/** An input no forecast can be made from, with the reason. */
public final class PredictionRefusedException extends IllegalArgumentException {

    /** What is wrong with the input. */
    public enum Reason {
        /** Another number of values than the model takes. */
        WRONG_SHAPE,
        /** NaN or infinite, and the model has no notion of missing values. */
        NOT_FINITE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PredictionRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

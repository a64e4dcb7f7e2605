package io.tradewind.learning.fit;

/** A fit that gave nothing usable: its loss diverged, or the exported model differs from the fitted one. */
public final class FitFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FitFailedException(String message) {
        super(message);
    }

    public FitFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

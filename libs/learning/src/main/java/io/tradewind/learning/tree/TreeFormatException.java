package io.tradewind.learning.tree;

/** A tree model that cannot be read, with the reason. */
public final class TreeFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TreeFormatException(String message) {
        super(message);
    }

    public TreeFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}

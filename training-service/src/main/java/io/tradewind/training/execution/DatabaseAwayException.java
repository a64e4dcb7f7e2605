package io.tradewind.training.execution;

/** The database did not answer for so long that what was to be written is given up. */
final class DatabaseAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseAwayException(Throwable cause) {
        super("the database did not answer: " + cause.getMessage(), cause);
    }
}

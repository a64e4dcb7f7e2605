package io.tradewind.market.read;

/** A line of a candle file could not be read; the message names the line, the field and the text. */
public final class CandleParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final long line;

    CandleParseException(long line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** The line's number in the file, from 1. */
    public long line() {
        return line;
    }
}

package io.tradewind.market.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Writes CSV cells as ASCII bytes through a buffer of its own; a charset encoder would take as long as the maths. */
final class CsvBytes {
    private static final int LONGEST_CELL = 128;

    private final OutputStream target;
    private final byte[] buffer = new byte[1 << 16];
    private int used;

    CsvBytes(OutputStream target) {
        this.target = target;
    }

    void time(long epochMillis) {
        text(DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(epochMillis)));
    }

    void number(double value) {
        // Whole numbers are frequent (patterns, counts) and shorter without a fraction.
        if (value == (int) value) {
            text(Integer.toString((int) value));
        } else {
            text(Double.toString(value));
        }
    }

    void text(String cell) {
        if (used + LONGEST_CELL > buffer.length) {
            flush();
        }
        for (int i = 0; i < cell.length(); i++) {
            buffer[used++] = (byte) cell.charAt(i);
        }
    }

    void comma() {
        text(",");
    }

    void newLine() {
        text("\n");
    }

    void flush() {
        try {
            target.write(buffer, 0, used);
            used = 0;
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.tradewind.market.read;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** One line of NDJSON as a candle; flat objects and arrays only, which is all a candle needs. */
final class JsonCandle {
    private static final String[] FIELDS = {"timestamp", "open", "high", "low", "close", "volume"};

    private final @Nullable String[] cells = new @Nullable String[6];
    private String text = "";
    private int at;
    private long line;

    void parse(long number, String source) {
        line = number;
        text = source;
        at = 0;
        Arrays.fill(cells, null);
        char open = next();
        switch (open) {
            case '{' -> readObject();
            case '[' -> readArray();
            default -> throw bad("expected an object or an array");
        }
        skipBlanks();
        if (at != text.length()) {
            throw bad("text after the candle");
        }
    }

    void sendTo(CandleSink sink) {
        long openTime;
        try {
            openTime = TimeText.millis(required(0));
        } catch (RuntimeException notATime) {
            if (notATime instanceof CandleParseException) {
                throw notATime;
            }
            throw bad("timestamp is neither ISO-8601 nor an epoch number: '" + cells[0] + "'");
        }
        double volume = cells[5] == null ? 0 : number(5);
        sink.accept(openTime, number(1), number(2), number(3), number(4), volume);
    }

    private void readObject() {
        skipBlanks();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            String name = scalar();
            if (next() != ':') {
                throw bad("expected ':' after \"" + name + "\"");
            }
            String value = scalar();
            int field = field(name);
            if (field >= 0) {
                cells[field] = value;
            }
            char after = next();
            if (after == '}') {
                return;
            }
            if (after != ',') {
                throw bad("expected ',' or '}' after \"" + name + "\"");
            }
        }
    }

    private void readArray() {
        for (int column = 0; ; column++) {
            String value = scalar();
            if (column < cells.length) {
                cells[column] = value;
            }
            char after = next();
            if (after == ']') {
                return;
            }
            if (after != ',') {
                throw bad("expected ',' or ']'");
            }
        }
    }

    private static int field(String name) {
        return switch (name) {
            case "timestamp", "time", "openTime", "open_time", "date", "t" -> 0;
            case "open", "o" -> 1;
            case "high", "h" -> 2;
            case "low", "l" -> 3;
            case "close", "c" -> 4;
            case "volume", "v" -> 5;
            default -> -1;
        };
    }

    private String scalar() {
        skipBlanks();
        char first = peek();
        if (first == '{' || first == '[') {
            throw bad("nested values are not part of a candle");
        }
        return first == '"' ? quoted() : bare();
    }

    private String quoted() {
        int start = ++at;
        while (peek() != '"') {
            if (text.charAt(at) == '\\') {
                throw bad("escapes are not part of a candle");
            }
            at++;
        }
        return text.substring(start, at++);
    }

    private String bare() {
        int start = at;
        while (at < text.length() && ",:]} \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (start == at) {
            throw bad("expected a value");
        }
        return text.substring(start, at);
    }

    private String required(int field) {
        String value = cells[field];
        if (value == null || value.equals("null")) {
            throw bad(FIELDS[field] + " is missing");
        }
        return value;
    }

    private double number(int field) {
        String value = required(field);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException notANumber) {
            throw bad(FIELDS[field] + " is not a number: '" + value + "'");
        }
    }

    private char next() {
        skipBlanks();
        char found = peek();
        at++;
        return found;
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("the line ends too early");
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private CandleParseException bad(String what) {
        return new CandleParseException(line, what);
    }
}

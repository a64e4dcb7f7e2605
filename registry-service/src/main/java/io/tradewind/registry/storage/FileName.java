package io.tradewind.registry.storage;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Name of a file in a bundle: letters, digits, dot, dash and underscore, not starting with a dot.
 *
 * <p>A value of this type can be resolved against a folder without leaving it, whatever a client sent.
 */
public record FileName(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST = 100;

    public FileName {
        if (!allowed(value)) {
            throw new IllegalArgumentException("a file name has at most " + LONGEST
                    + " letters, digits, '-', '_' and single dots between them, was '" + printable(value) + "'");
        }
    }

    /** The name, if it is one that may be used. */
    public static Optional<FileName> find(String value) {
        return allowed(value) ? Optional.of(new FileName(value)) : Optional.empty();
    }

    private static boolean allowed(String value) {
        return value.length() <= LONGEST && ALLOWED.matcher(value).matches();
    }

    private static String printable(String value) {
        String start = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
        return start.replaceAll("[^\\x20-\\x7e]", "?");
    }

    @Override
    public String toString() {
        return value;
    }
}

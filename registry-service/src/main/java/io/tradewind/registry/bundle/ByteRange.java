package io.tradewind.registry.bundle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which bytes of a file a request wants (RFC 9110, section 14). */
sealed interface ByteRange {

    /** All of them. */
    record Whole() implements ByteRange {}

    /** One run of bytes, both ends included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** None that the file has. */
    record Unsatisfiable() implements ByteRange {}

    /**
     * Reads a {@code Range} header for a file of some size. As the RFC allows, a header that asks for several ranges, for
     * another unit or for nonsense is ignored.
     */
    static ByteRange parse(@Nullable String header, long size) {
        if (header == null) {
            return new Whole();
        }
        Matcher range = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})").matcher(header.strip());
        if (!range.matches()) {
            return new Whole();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        return from(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }

    private static ByteRange from(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }
}

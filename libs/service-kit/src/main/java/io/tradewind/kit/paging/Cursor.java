package io.tradewind.kit.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last item. Opaque to callers.
 *
 * @param parts values of the sort columns, the unique one last
 */
public record Cursor(List<String> parts) {

    public Cursor {
        parts = List.copyOf(parts);
    }

    /** A cursor behind the item with these sort values. */
    public static Cursor of(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return new Cursor(texts);
    }

    /** Reads a cursor a caller gave back; VALIDATION_FAILED for anything else. */
    public static Cursor decode(String text) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(split(joined));
        } catch (IllegalArgumentException cause) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor is not one this service gave out", cause);
        }
    }

    /** Reads a query parameter: empty for the first page. */
    public static Optional<Cursor> parse(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(decode(text));
    }

    /** What goes into {@code nextCursor}. */
    public String encode() {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            joined.append(part.length()).append(':').append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** One sort value; VALIDATION_FAILED where the cursor belongs to another list. */
    public String part(int index) {
        if (index >= parts.size()) {
            throw new ServiceException(ErrorCode.VALIDATION_FAILED, "cursor belongs to another list");
        }
        return parts.get(index);
    }

    /** Length-prefixed parts, so that no value needs escaping. */
    private static List<String> split(String joined) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < joined.length()) {
            int colon = joined.indexOf(':', at);
            if (colon < 0) {
                throw new IllegalArgumentException("no length");
            }
            int end = colon + 1 + Integer.parseInt(joined.substring(at, colon));
            if (end > joined.length() || end <= colon) {
                throw new IllegalArgumentException("wrong length");
            }
            parts.add(joined.substring(colon + 1, end));
            at = end;
        }
        return parts;
    }
}

package io.tradewind.registry.bundle;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The strong entity tag of a file: its digest, so that equal tags mean equal bytes. */
record EntityTag(String digest) {

    String header() {
        return "\"" + digest + "\"";
    }

    /** Whether an {@code If-None-Match} header names this tag, weakly or not, or any. */
    boolean matchesAnyOf(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(header()::equals);
    }

    /** Whether a range is still about these bytes: no {@code If-Range} header, or one with this very tag. */
    boolean allowsRange(@Nullable String ifRange) {
        return ifRange == null || ifRange.strip().equals(header());
    }
}

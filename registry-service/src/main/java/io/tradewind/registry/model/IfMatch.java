package io.tradewind.registry.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of an update, which names the revision it was based on. */
sealed interface IfMatch {

    /** The client did not say. */
    record Absent() implements IfMatch {}

    /** The client does not care ({@code *}). */
    record Any() implements IfMatch {}

    /** The client saw this revision. */
    record Revision(long number) implements IfMatch {}

    /** The client holds something that was never a tag of ours. */
    record Foreign() implements IfMatch {}

    /** Reads the header; weak tags do not count, as RFC 9110 has it for updates. */
    static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new Absent();
        }
        if (header.strip().equals("*")) {
            return new Any();
        }
        Matcher tag = Pattern.compile("\"(\\d{1,18})\"").matcher(header.strip());
        return tag.matches() ? new Revision(Long.parseLong(tag.group(1))) : new Foreign();
    }
}

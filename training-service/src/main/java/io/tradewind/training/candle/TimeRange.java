package io.tradewind.training.candle;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * Open times from one to another, both included.
 *
 * @param from milliseconds since the epoch
 * @param to milliseconds since the epoch
 */
public record TimeRange(long from, long to) {

    public TimeRange {
        if (from > to) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED,
                    "from must not be after to, was " + Instant.ofEpochMilli(from) + " > " + Instant.ofEpochMilli(to));
        }
    }

    /** Reads two ISO-8601 instants or milliseconds since the epoch; a missing end leaves that side open. */
    public static TimeRange of(@Nullable String from, @Nullable String to) {
        return new TimeRange(
                from == null ? Long.MIN_VALUE : parse("from", from), to == null ? Long.MAX_VALUE : parse("to", to));
    }

    private static long parse(String parameter, String text) {
        if (text.matches("-?\\d{1,16}")) {
            return Long.parseLong(text);
        }
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException unreadable) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED,
                    parameter + " must be an ISO-8601 instant or milliseconds since the epoch, was \"" + text + '"',
                    unreadable);
        }
    }
}

package io.tradewind.monitoring.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * How far back figures look, by prediction time in whole hours.
 *
 * @param label as it was asked for
 * @param length null for everything there is
 */
public record Window(String label, @Nullable Duration length) {

    /** Everything there is. */
    public static final Window TOTAL = new Window("total", null);

    private static final Pattern LABEL = Pattern.compile("([1-9][0-9]{0,4})([hd])");

    /** Reads {@code total}, hours such as {@code 6h} or days such as {@code 7d}; {@code total} when nothing is given. */
    public static Window parse(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals(TOTAL.label)) {
            return TOTAL;
        }
        Matcher matcher = LABEL.matcher(text);
        if (!matcher.matches()) {
            throw new ServiceException(
                    ErrorCode.VALIDATION_FAILED,
                    "window must be total, hours such as 6h or days such as 7d, was " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return new Window(text, matcher.group(2).equals("h") ? Duration.ofHours(amount) : Duration.ofDays(amount));
    }

    /** When it starts, seen from this time; null for everything there is. */
    public @Nullable Instant startBefore(Instant now) {
        return length == null ? null : now.minus(length);
    }
}

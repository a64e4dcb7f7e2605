package io.tradewind.monitoring.report;

import java.time.Duration;
import java.util.Locale;

import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import org.jspecify.annotations.Nullable;

/** How long a report looks back from now. */
public enum Period {
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7)),
    MONTHLY(Duration.ofDays(30));

    private final Duration length;

    Period(Duration length) {
        this.length = length;
    }

    /** Reads {@code daily}, {@code weekly} or {@code monthly}; daily when nothing is given. */
    public static Period parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DAILY;
        }
        for (Period period : values()) {
            if (period.label().equalsIgnoreCase(text)) {
                return period;
            }
        }
        throw new ServiceException(ErrorCode.VALIDATION_FAILED, "period must be daily, weekly or monthly, was " + text);
    }

    /** Its name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration length() {
        return length;
    }
}

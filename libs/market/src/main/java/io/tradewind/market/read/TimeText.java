package io.tradewind.market.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Open times as files write them: ISO-8601, or epoch seconds, milliseconds, microseconds or nanoseconds. */
final class TimeText {
    // Magnitudes do not overlap for dates from 1973 to 5138, whatever the unit.
    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = 100_000_000_000_000L;
    private static final long MICROS_BELOW = 100_000_000_000_000_000L;

    private TimeText() {}

    /**
     * Epoch milliseconds of the text; times without an offset are taken as UTC.
     *
     * @throws DateTimeException or NumberFormatException when it is no time
     */
    static long millis(String text) {
        if (text.length() == 20 && text.charAt(19) == 'Z' && text.charAt(10) == 'T') {
            return utcSeconds(text) * 1000;
        }
        if (text.length() >= 8 && text.charAt(4 > text.length() - 1 ? 0 : 4) == '-') {
            return iso(text);
        }
        return epoch(text);
    }

    private static long utcSeconds(String text) {
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                .toEpochDay();
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such time of day");
        }
        return day * 86_400 + hour * 3600L + minute * 60L + second;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static long iso(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).toEpochDay() * 86_400_000L;
        }
        String normal = text.replace(' ', 'T');
        if (normal.endsWith("TUTC")) {
            normal = normal.substring(0, normal.length() - 4) + "Z";
        }
        boolean zoned = normal.endsWith("Z") || normal.lastIndexOf('+') > 10 || normal.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(normal).toInstant().toEpochMilli()
                : LocalDateTime.parse(normal).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static long epoch(String text) {
        int dot = text.indexOf('.');
        if (dot >= 0) {
            return Math.round(Double.parseDouble(text) * 1000);
        }
        long number = Long.parseLong(text);
        if (number < SECONDS_BELOW) {
            return number * 1000;
        }
        if (number < MILLIS_BELOW) {
            return number;
        }
        return number < MICROS_BELOW ? number / 1000 : number / 1_000_000;
    }
}

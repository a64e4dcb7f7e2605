package io.tradewind.launcher.screen;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
    private Figures() {}

    /** Mebibytes. */
    public static String memory(long bytes) {
        return bytes == 0 ? "-" : String.format(Locale.ROOT, "%.0f MiB", bytes / 1048576.0);
    }

    /** Seconds with one decimal. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** Hours, minutes and seconds, the larger ones only where there are any. */
    public static String span(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + "m" + String.format(Locale.ROOT, "%02ds", duration.toSecondsPart());
        }
        return duration.toHours() + "h" + String.format(Locale.ROOT, "%02dm", duration.toMinutesPart());
    }

    /** A share in per cent. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** A number with so many decimals. */
    public static String decimal(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}

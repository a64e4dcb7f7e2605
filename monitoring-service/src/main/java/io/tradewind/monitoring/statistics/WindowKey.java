package io.tradewind.monitoring.statistics;

import java.time.Instant;
import java.util.Comparator;

/**
 * One hour of a cohort.
 *
 * @param hourStart start of the hour of prediction time, milliseconds since the epoch
 */
public record WindowKey(Cohort cohort, long hourStart) implements Comparable<WindowKey> {

    /** Length of a window, in milliseconds. */
    public static final long HOUR_MILLIS = 3_600_000;

    private static final Comparator<WindowKey> ORDER =
            Comparator.comparing(WindowKey::cohort).thenComparingLong(WindowKey::hourStart);

    /** The window a prediction made at this time belongs to. */
    public static WindowKey of(Cohort cohort, Instant madeAt) {
        long millis = madeAt.toEpochMilli();
        return new WindowKey(cohort, millis - Math.floorMod(millis, HOUR_MILLIS));
    }

    // Every transaction locks its windows in this order, so that no two can wait for each other.
    @Override
    public int compareTo(WindowKey other) {
        return ORDER.compare(this, other);
    }
}

package io.tradewind.monitoring.statistics;

import java.util.Comparator;

/**
 * A step of the equity curve: the candle a position was opened on.
 *
 * @param millis length of the candle, in milliseconds
 * @param time its open time, milliseconds since the epoch
 */
public record Bar(long millis, long time) implements Comparable<Bar> {

    private static final Comparator<Bar> ORDER =
            Comparator.comparingLong(Bar::millis).thenComparingLong(Bar::time);

    @Override
    public int compareTo(Bar other) {
        return ORDER.compare(this, other);
    }
}

package io.tradewind.market.quality;

import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.Set;

import io.tradewind.market.candle.Timeframe;

/**
 * When a market is open, as hours of the week in UTC.
 *
 * <p>An hour that is open in part of the year only (clocks change) is not expected in any week: a gap there is never
 * reported, which errs on the quiet side. Holidays are not known and show as unexpected gaps.
 */
public final class SessionCalendar {
    private static final long HOUR = 3_600_000L;
    private static final int HOURS = 24 * 7;
    /** Share of the weeks an hour must trade in to be expected; holidays take out some, summer time takes half. */
    private static final double EXPECTED_SHARE = 0.8;

    private final BitSet open;

    private SessionCalendar(BitSet open) {
        this.open = open;
    }

    /** A market that never closes. */
    public static SessionCalendar always() {
        BitSet all = new BitSet(HOURS);
        all.set(0, HOURS);
        return new SessionCalendar(all);
    }

    /**
     * The same hours on each of some days.
     *
     * @param fromHour first open hour, 0 to 23, UTC
     * @param toHour hour at which it closes, 1 to 24, UTC
     */
    public static SessionCalendar of(Set<DayOfWeek> days, int fromHour, int toHour) {
        if (fromHour < 0 || toHour > 24 || fromHour >= toHour) {
            throw new IllegalArgumentException("hours must be 0 <= from < to <= 24, were " + fromHour + ".." + toHour);
        }
        BitSet hours = new BitSet(HOURS);
        for (DayOfWeek day : days) {
            int midnight = (day.getValue() - 1) * 24;
            hours.set(midnight + fromHour, midnight + toHour);
        }
        return new SessionCalendar(hours);
    }

    /**
     * Learns the hours from open times: those that trade in at least 80 % of the weeks between first and last.
     *
     * @param openTimes ascending, epoch milliseconds UTC
     */
    public static SessionCalendar infer(long[] openTimes, Timeframe timeframe) {
        int[] weeksSeen = new int[HOURS];
        long[] lastWeek = new long[HOURS];
        for (long openTime : openTimes) {
            long end = openTime + Math.min(timeframe.millis(), HOURS * HOUR);
            for (long instant = openTime; instant < end; instant += HOUR) {
                long week = week(instant);
                int hour = hourOfWeek(instant);
                if (lastWeek[hour] != week || weeksSeen[hour] == 0) {
                    lastWeek[hour] = week;
                    weeksSeen[hour]++;
                }
            }
        }
        long weeks = openTimes.length == 0 ? 0 : week(openTimes[openTimes.length - 1]) - week(openTimes[0]) + 1;
        BitSet open = new BitSet(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            open.set(hour, weeks > 0 && weeksSeen[hour] >= EXPECTED_SHARE * weeks);
        }
        return new SessionCalendar(open);
    }

    /** Whether a candle that opens at the instant is expected. */
    public boolean expects(long openTime) {
        return open.get(hourOfWeek(openTime));
    }

    /** How many candles are expected between two that exist. */
    long openSlots(long after, long before, Timeframe timeframe) {
        long slots = 0;
        for (long slot = after + timeframe.millis(); slot < before; slot += timeframe.millis()) {
            slots += expects(slot) ? 1 : 0;
        }
        return slots;
    }

    /** How many hours of the week are open. */
    public int hoursPerWeek() {
        return open.cardinality();
    }

    private static long week(long instant) {
        return Math.floorDiv(Timeframe.ONE_WEEK.floor(instant), Timeframe.ONE_WEEK.millis());
    }

    private static int hourOfWeek(long instant) {
        return (int) ((instant - Timeframe.ONE_WEEK.floor(instant)) / HOUR);
    }
}

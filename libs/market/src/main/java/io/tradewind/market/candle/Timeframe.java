package io.tradewind.market.candle;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How long one candle lasts, from one minute to one week. */
public enum Timeframe {
    ONE_MINUTE("1m", 60_000L),
    THREE_MINUTES("3m", 180_000L),
    FIVE_MINUTES("5m", 300_000L),
    FIFTEEN_MINUTES("15m", 900_000L),
    THIRTY_MINUTES("30m", 1_800_000L),
    ONE_HOUR("1h", 3_600_000L),
    TWO_HOURS("2h", 7_200_000L),
    FOUR_HOURS("4h", 14_400_000L),
    SIX_HOURS("6h", 21_600_000L),
    EIGHT_HOURS("8h", 28_800_000L),
    TWELVE_HOURS("12h", 43_200_000L),
    ONE_DAY("1d", 86_400_000L),
    THREE_DAYS("3d", 259_200_000L),
    ONE_WEEK("1w", 604_800_000L);

    /** 1970-01-05 was the first Monday of the epoch; weekly candles open on Mondays. */
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private final String label;
    private final long millis;

    Timeframe(String label, long millis) {
        this.label = label;
        this.millis = millis;
    }

    /**
     * Reads a label such as {@code 1h}.
     *
     * @throws IllegalArgumentException naming the text and the known labels
     */
    public static Timeframe parse(String text) {
        for (Timeframe timeframe : values()) {
            if (timeframe.label.equals(text)) {
                return timeframe;
            }
        }
        String known = Arrays.stream(values()).map(Timeframe::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("unknown timeframe '" + text + "', known: " + known);
    }

    /** The wire form, such as {@code 1h}. */
    public String label() {
        return label;
    }

    /** Length in milliseconds. */
    public long millis() {
        return millis;
    }

    /** When the candle of this timeframe that holds the instant opened, in epoch milliseconds UTC. */
    public long floor(long epochMillis) {
        long origin = this == ONE_WEEK ? FIRST_MONDAY : 0;
        return Math.floorDiv(epochMillis - origin, millis) * millis + origin;
    }

    @Override
    public String toString() {
        return label;
    }
}

package io.tradewind.monitoring.outcome;

import java.util.Comparator;

/** The candles of one market on one timeframe. */
public record Series(String symbol, String timeframe) implements Comparable<Series> {

    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::symbol).thenComparing(Series::timeframe);

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}

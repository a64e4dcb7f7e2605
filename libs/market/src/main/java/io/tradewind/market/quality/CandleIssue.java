package io.tradewind.market.quality;

import java.time.Instant;
import java.util.Objects;

/**
 * Something wrong or remarkable about one candle.
 *
 * @param row which candle it is, counted from 0
 * @param openTime epoch milliseconds UTC
 * @param detail the values and the rule, in words
 */
public record CandleIssue(Kind kind, long row, long openTime, String detail) {
    public CandleIssue {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** What can be wrong; {@link #fatal()} ones make a candle unusable. */
    public enum Kind {
        /** A value is NaN or infinite. */
        NOT_FINITE(true),
        /** A price is zero or negative. */
        NOT_POSITIVE(true),
        /** High is below open, close or low, or low is above open or close. */
        BAD_OHLC(true),
        /** Volume is negative. */
        NEGATIVE_VOLUME(true),
        /** The open time is the same as the candle's before. */
        DUPLICATE(true),
        /** The open time is before the candle's before. */
        BACKWARDS(true),
        /** The open time does not fit the timeframe's grid of the candle before. */
        OFF_GRID(false),
        /** Candles are missing before this one. */
        GAP(false),
        /** The close moved by a split's ratio against the close before. */
        SUSPECTED_SPLIT(false);

        private final boolean fatal;

        Kind(boolean fatal) {
            this.fatal = fatal;
        }

        /** Whether a candle with it must not be computed with. */
        public boolean fatal() {
            return fatal;
        }
    }

    @Override
    public String toString() {
        return kind + " at row " + row + " (" + Instant.ofEpochMilli(openTime) + "): " + detail;
    }
}

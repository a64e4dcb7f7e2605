package io.tradewind.market.candle;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Candles of one symbol and timeframe in columns, in ascending order of open time.
 *
 * <p>The column arrays are handed out as they are, because copying millions of values per call is what a columnar
 * layout is there to avoid: read them, never write them. Prices are not judged here (see
 * {@link io.tradewind.market.quality.CandleCheck}); order and spacing are.
 */
public final class CandleSeries {
    private static final int UNKNOWN = -2;

    private final String symbol;
    private final Timeframe timeframe;
    private final long[] openTimes;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;
    /** Worked out on first use; threads that race find the same. */
    private int firstUnusable = UNKNOWN;

    private CandleSeries(Builder builder) {
        this.symbol = builder.symbol;
        this.timeframe = builder.timeframe;
        int size = builder.size;
        this.openTimes = Arrays.copyOf(builder.openTimes, size);
        this.opens = Arrays.copyOf(builder.opens, size);
        this.highs = Arrays.copyOf(builder.highs, size);
        this.lows = Arrays.copyOf(builder.lows, size);
        this.closes = Arrays.copyOf(builder.closes, size);
        this.volumes = Arrays.copyOf(builder.volumes, size);
    }

    private CandleSeries(CandleSeries whole, int from, int to) {
        this.symbol = whole.symbol;
        this.timeframe = whole.timeframe;
        this.openTimes = Arrays.copyOfRange(whole.openTimes, from, to);
        this.opens = Arrays.copyOfRange(whole.opens, from, to);
        this.highs = Arrays.copyOfRange(whole.highs, from, to);
        this.lows = Arrays.copyOfRange(whole.lows, from, to);
        this.closes = Arrays.copyOfRange(whole.closes, from, to);
        this.volumes = Arrays.copyOfRange(whole.volumes, from, to);
    }

    /** Starts an empty series. */
    public static Builder builder(String symbol, Timeframe timeframe) {
        return new Builder(symbol, timeframe);
    }

    public String symbol() {
        return symbol;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    /** How many candles there are. */
    public int size() {
        return openTimes.length;
    }

    /** Epoch milliseconds UTC at which candle {@code i} opened. */
    public long openTime(int i) {
        return openTimes[i];
    }

    /** Epoch milliseconds UTC at which candle {@code i} is complete. */
    public long closeTime(int i) {
        return openTimes[i] + timeframe.millis();
    }

    public double open(int i) {
        return opens[i];
    }

    public double high(int i) {
        return highs[i];
    }

    public double low(int i) {
        return lows[i];
    }

    public double close(int i) {
        return closes[i];
    }

    public double volume(int i) {
        return volumes[i];
    }

    /** The column itself: read it, never write it. */
    public long[] openTimes() {
        return openTimes;
    }

    /** The column itself: read it, never write it. */
    public double[] opens() {
        return opens;
    }

    /** The column itself: read it, never write it. */
    public double[] highs() {
        return highs;
    }

    /** The column itself: read it, never write it. */
    public double[] lows() {
        return lows;
    }

    /** The column itself: read it, never write it. */
    public double[] closes() {
        return closes;
    }

    /** The column itself: read it, never write it. */
    public double[] volumes() {
        return volumes;
    }

    /**
     * The first candle whose values cannot be computed with, see {@link #usable}; -1 when there is none.
     *
     * <p>The columns are looked at once, on the first call.
     */
    public int firstUnusable() {
        if (firstUnusable == UNKNOWN) {
            int i = 0;
            while (i < size() && usable(opens[i], highs[i], lows[i], closes[i], volumes[i])) {
                i++;
            }
            firstUnusable = i < size() ? i : -1;
        }
        return firstUnusable;
    }

    /** Whether prices are positive, volume is not negative and all are finite. */
    public static boolean usable(double open, double high, double low, double close, double volume) {
        return open > 0
                && high > 0
                && low > 0
                && close > 0
                && volume >= 0
                && open + high + low + close + volume < Double.POSITIVE_INFINITY;
    }

    /**
     * Copies the candles from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException when the range is not inside the series
     */
    public CandleSeries slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new CandleSeries(this, from, to);
    }

    @Override
    public String toString() {
        String range = size() == 0
                ? "empty"
                : Instant.ofEpochMilli(openTimes[0]) + ".." + Instant.ofEpochMilli(openTimes[size() - 1]);
        return "CandleSeries[" + symbol + " " + timeframe + " " + size() + " candles " + range + "]";
    }

    /** Collects candles in order of time. */
    public static final class Builder {
        private final String symbol;
        private final Timeframe timeframe;
        private int size;
        private long[] openTimes = new long[256];
        private double[] opens = new double[256];
        private double[] highs = new double[256];
        private double[] lows = new double[256];
        private double[] closes = new double[256];
        private double[] volumes = new double[256];

        private Builder(String symbol, Timeframe timeframe) {
            this.symbol = Objects.requireNonNull(symbol, "symbol");
            this.timeframe = Objects.requireNonNull(timeframe, "timeframe");
        }

        /**
         * Appends a candle.
         *
         * @param openTime epoch milliseconds UTC
         * @throws IllegalArgumentException when it does not come after the last one, or comes so soon after it that
         *     it belongs to a shorter timeframe
         */
        public Builder add(long openTime, double open, double high, double low, double close, double volume) {
            if (size > 0) {
                requireAfter(openTime, openTimes[size - 1]);
            }
            if (size == openTimes.length) {
                grow();
            }
            openTimes[size] = openTime;
            opens[size] = open;
            highs[size] = high;
            lows[size] = low;
            closes[size] = close;
            volumes[size] = volume;
            size++;
            return this;
        }

        private void requireAfter(long openTime, long last) {
            if (openTime <= last) {
                throw new IllegalArgumentException("series of " + symbol + " is not sorted: candle " + size
                        + " opens at " + Instant.ofEpochMilli(openTime) + ", not after " + Instant.ofEpochMilli(last));
            }
            // Half, not the whole: a local-time daily candle is 23 hours after its neighbour when clocks change.
            if ((openTime - last) * 2 <= timeframe.millis()) {
                throw new IllegalArgumentException("series of " + symbol + " mixes timeframes: candle " + size
                        + " opens " + (openTime - last) + " ms after the one before it, timeframe " + timeframe
                        + " is " + timeframe.millis() + " ms");
            }
        }

        private void grow() {
            int capacity = size + (size >> 1);
            openTimes = Arrays.copyOf(openTimes, capacity);
            opens = Arrays.copyOf(opens, capacity);
            highs = Arrays.copyOf(highs, capacity);
            lows = Arrays.copyOf(lows, capacity);
            closes = Arrays.copyOf(closes, capacity);
            volumes = Arrays.copyOf(volumes, capacity);
        }

        /** How many candles have been added. */
        public int size() {
            return size;
        }

        /** The series of what was added so far; the builder can go on. */
        public CandleSeries build() {
            return new CandleSeries(this);
        }
    }
}

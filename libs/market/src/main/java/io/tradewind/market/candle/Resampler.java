package io.tradewind.market.candle;

import java.time.Instant;
import java.util.Objects;

import io.tradewind.market.read.CandleSink;

/**
 * Joins candles to those of a longer timeframe as they stream by.
 *
 * <p>A longer candle is handed on only when it is complete: when its last candle closes at its own close, or when a
 * candle of a later one arrives (a market that closes early). The last one is never handed on unfinished, nor is the
 * first when the stream began in its middle. Missing candles stay missing: a longer candle with none of its own is left
 * out, not filled in.
 */
public final class Resampler implements CandleSink {
    private final Timeframe from;
    private final Timeframe to;
    private final CandleSink target;
    private boolean any;
    private boolean pending;
    private boolean partial;
    private long bucket;
    private long lastOpenTime;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /**
     * Joins {@code from} to {@code to}.
     *
     * @throws IllegalArgumentException unless {@code to} is a longer multiple of {@code from}
     */
    public Resampler(Timeframe from, Timeframe to, CandleSink target) {
        if (to.millis() <= from.millis() || to.millis() % from.millis() != 0) {
            throw new IllegalArgumentException("cannot resample " + from + " to " + to + ": it is no longer multiple");
        }
        this.from = from;
        this.to = to;
        this.target = Objects.requireNonNull(target, "target");
    }

    /** The complete candles of a longer timeframe in a series. */
    public static CandleSeries resample(CandleSeries series, Timeframe to) {
        CandleSeries.Builder longer = CandleSeries.builder(series.symbol(), to);
        Resampler resampler = new Resampler(series.timeframe(), to, longer::add);
        for (int i = 0; i < series.size(); i++) {
            resampler.accept(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        return longer.build();
    }

    /**
     * For each candle of a series, the latest candle of a longer timeframe that had closed by the time it closed.
     *
     * <p>This is the only join that does not leak: by open time, a 10:00 candle of an hour would see the whole day's
     * close.
     *
     * @return an index into {@code longer} per candle, -1 where none had closed
     * @throws IllegalArgumentException when {@code longer} is of a shorter timeframe
     */
    public static int[] latestClosed(CandleSeries series, CandleSeries longer) {
        if (longer.timeframe().millis() < series.timeframe().millis()) {
            throw new IllegalArgumentException(
                    "candles of " + longer.timeframe() + " are shorter than those of " + series.timeframe());
        }
        int[] indexes = new int[series.size()];
        int latest = -1;
        for (int i = 0; i < indexes.length; i++) {
            while (latest + 1 < longer.size() && longer.closeTime(latest + 1) <= series.closeTime(i)) {
                latest++;
            }
            indexes[i] = latest;
        }
        return indexes;
    }

    @Override
    public void accept(long openTime, double o, double h, double l, double c, double v) {
        if (any && openTime <= lastOpenTime) {
            throw new IllegalArgumentException("candle at " + Instant.ofEpochMilli(openTime)
                    + " is not after the one at " + Instant.ofEpochMilli(lastOpenTime));
        }
        if (any && (openTime - lastOpenTime) * 2 <= from.millis()) {
            throw new IllegalArgumentException("candle at " + Instant.ofEpochMilli(openTime) + " opens "
                    + (openTime - lastOpenTime) + " ms after the one before it: it is not of timeframe " + from);
        }
        long own = to.floor(openTime);
        if (pending && own != bucket) {
            emit();
        }
        if (pending) {
            join(h, l, c, v);
        } else {
            begin(own, openTime, o, h, l, c, v);
        }
        any = true;
        lastOpenTime = openTime;
        if (openTime + from.millis() >= bucket + to.millis()) {
            emit();
        }
    }

    private void begin(long own, long openTime, double o, double h, double l, double c, double v) {
        partial = !any && openTime != own;
        bucket = own;
        open = o;
        high = h;
        low = l;
        close = c;
        volume = v;
        pending = true;
    }

    private void join(double h, double l, double c, double v) {
        high = Math.max(high, h);
        low = Math.min(low, l);
        close = c;
        volume += v;
    }

    private void emit() {
        if (!partial) {
            target.accept(bucket, open, high, low, close, volume);
        }
        pending = false;
    }
}

package io.tradewind.market.kernel;

import java.util.Arrays;
import java.util.Set;

import io.tradewind.market.candle.CandleSeries;

/**
 * Some candles in a row, those before them, and what many kernels need of them worked out once.
 *
 * <p>Candle {@code i} of the block is at {@code offset + i} in the raw columns, and up to {@link #HISTORY} candles before
 * it are there too, as far as there are any: a kernel that needs the close of ten candles ago reads it, it need not keep
 * it. The derived columns have the block's candle {@code i} at {@code i}.
 *
 * <p>Columns are public because kernels read them in their innermost loops; only this class writes them. Over a series
 * the raw columns are the series' own. Live, they are a buffer that slides.
 */
public final class Block {
    /** How many candles before the block's first one a kernel may read. */
    public static final int HISTORY = 256;

    private static final int BUFFER = 4 * HISTORY;

    public long[] openTime;
    public double[] open;
    public double[] high;
    public double[] low;
    public double[] close;
    public double[] volume;
    /** Where the block's first candle is in the raw columns. */
    public int offset;
    /** Row of the block's first candle, counted from the first candle ever. */
    public int start;

    /** Close of the candle before; of the very first candle its own close. Only filled when asked for. */
    public final double[] previousClose;
    /** {@code log(close / previousClose)}; 0 for the very first candle. Only filled when asked for. */
    public final double[] logReturn;
    /** {@code log(volume + 1)}; only filled when asked for. */
    public final double[] logVolume;

    /** Whether candles come one at a time; in a series all of those before are at hand. */
    public final boolean live;

    private final boolean needsPreviousClose;
    private final boolean needsLogReturn;
    private final boolean needsLogVolume;

    private Block(int capacity, Set<Derived> needs, boolean live) {
        this.live = live;
        needsLogReturn = needs.contains(Derived.LOG_RETURN);
        needsPreviousClose = needsLogReturn || needs.contains(Derived.PREVIOUS_CLOSE);
        needsLogVolume = needs.contains(Derived.LOG_VOLUME);
        openTime = new long[0];
        open = new double[0];
        high = open;
        low = open;
        close = open;
        volume = open;
        previousClose = new double[needsPreviousClose ? capacity : 0];
        logReturn = new double[needsLogReturn ? capacity : 0];
        logVolume = new double[needsLogVolume ? capacity : 0];
    }

    /** A block that moves over a series, with the derived columns that somebody needs. */
    public static Block over(CandleSeries series, int capacity, Set<Derived> needs) {
        Block block = new Block(capacity, needs, false);
        block.openTime = series.openTimes();
        block.open = series.opens();
        block.high = series.highs();
        block.low = series.lows();
        block.close = series.closes();
        block.volume = series.volumes();
        return block;
    }

    /** A block of one candle at a time. */
    public static Block live(Set<Derived> needs) {
        Block block = new Block(1, needs, true);
        block.openTime = new long[BUFFER];
        block.open = new double[BUFFER];
        block.high = new double[BUFFER];
        block.low = new double[BUFFER];
        block.close = new double[BUFFER];
        block.volume = new double[BUFFER];
        block.offset = -1;
        block.start = -1;
        return block;
    }

    /** Moves to candles {@code row..row+n-1} of the series. */
    public void move(int row, int n) {
        start = row;
        offset = row;
        derive(n);
    }

    /** Takes the next candle of a live block. */
    public void append(long time, double o, double h, double l, double c, double v) {
        if (offset + 1 == BUFFER) {
            slide();
        }
        offset++;
        start++;
        openTime[offset] = time;
        open[offset] = o;
        high[offset] = h;
        low[offset] = l;
        close[offset] = c;
        volume[offset] = v;
        derive(1);
    }

    /** Moves the newest candles to the front of the buffer. */
    private void slide() {
        int kept = Math.min(offset + 1, HISTORY);
        int from = offset + 1 - kept;
        System.arraycopy(openTime, from, openTime, 0, kept);
        System.arraycopy(open, from, open, 0, kept);
        System.arraycopy(high, from, high, 0, kept);
        System.arraycopy(low, from, low, 0, kept);
        System.arraycopy(close, from, close, 0, kept);
        System.arraycopy(volume, from, volume, 0, kept);
        offset = kept - 1;
    }

    private void derive(int n) {
        if (needsPreviousClose) {
            int first = start == 0 ? 1 : 0;
            previousClose[0] = close[offset];
            System.arraycopy(close, offset + first - 1, previousClose, first, n - first);
        }
        if (needsLogReturn) {
            for (int i = 0; i < n; i++) {
                logReturn[i] = Math.log(close[offset + i] / previousClose[i]);
            }
        }
        if (needsLogVolume) {
            for (int i = 0; i < n; i++) {
                logVolume[i] = Math.log(volume[offset + i] + 1);
            }
        }
    }

    /** State of a live block: the candles that kernels may still read. */
    public void state(StateCodec codec) {
        slide();
        offset = codec.whole(offset);
        start = codec.whole(start);
        for (double[] column : new double[][] {open, high, low, close, volume}) {
            double[] kept = Arrays.copyOf(column, HISTORY);
            codec.reals(kept);
            System.arraycopy(kept, 0, column, 0, HISTORY);
        }
    }
}

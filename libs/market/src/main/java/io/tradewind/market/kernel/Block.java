package io.tradewind.market.kernel;

import io.tradewind.market.candle.CandleSeries;

/**
 * Some candles in a row, with what many kernels need of them worked out once.
 *
 * <p>Columns are public because kernels read them in their innermost loops; only this class writes them.
 */
public final class Block {
    /** How many candles a block can hold. */
    public final int capacity;

    public final long[] openTime;
    public final double[] open;
    public final double[] high;
    public final double[] low;
    public final double[] close;
    public final double[] volume;
    /** Close of the candle before; of the very first candle its own close. */
    public final double[] previousClose;
    /** {@code log(close / previousClose)}; 0 for the very first candle. Only filled when asked for. */
    public final double[] logReturn;
    /** {@code log(volume + 1)}; only filled when asked for. */
    public final double[] logVolume;

    /** Row of the block's first candle, counted from the first candle ever. */
    public int start;

    private final boolean needsLogReturn;
    private final boolean needsLogVolume;
    private double lastClose;

    /** A block for the given needs; the logarithms are worth skipping where nobody reads them. */
    public Block(int capacity, boolean needsLogReturn, boolean needsLogVolume) {
        this.capacity = capacity;
        this.needsLogReturn = needsLogReturn;
        this.needsLogVolume = needsLogVolume;
        openTime = new long[capacity];
        open = new double[capacity];
        high = new double[capacity];
        low = new double[capacity];
        close = new double[capacity];
        volume = new double[capacity];
        previousClose = new double[capacity];
        logReturn = new double[capacity];
        logVolume = new double[capacity];
    }

    /** Takes candles {@code from..from+n-1} of the series as rows {@code from..}. */
    public void fill(CandleSeries series, int from, int n) {
        System.arraycopy(series.openTimes(), from, openTime, 0, n);
        System.arraycopy(series.opens(), from, open, 0, n);
        System.arraycopy(series.highs(), from, high, 0, n);
        System.arraycopy(series.lows(), from, low, 0, n);
        System.arraycopy(series.closes(), from, close, 0, n);
        System.arraycopy(series.volumes(), from, volume, 0, n);
        derive(from, n);
    }

    /** Takes one candle as row {@code row}. */
    public void fill(int row, long time, double o, double h, double l, double c, double v) {
        openTime[0] = time;
        open[0] = o;
        high[0] = h;
        low[0] = l;
        close[0] = c;
        volume[0] = v;
        derive(row, 1);
    }

    private void derive(int row, int n) {
        start = row;
        previousClose[0] = row == 0 ? close[0] : lastClose;
        System.arraycopy(close, 0, previousClose, 1, n - 1);
        lastClose = close[n - 1];
        if (needsLogReturn) {
            for (int i = 0; i < n; i++) {
                logReturn[i] = Math.log(close[i] / previousClose[i]);
            }
        }
        if (needsLogVolume) {
            for (int i = 0; i < n; i++) {
                logVolume[i] = Math.log(volume[i] + 1);
            }
        }
    }

    /** State between blocks. */
    public void state(StateCodec codec) {
        lastClose = codec.real(lastClose);
    }
}

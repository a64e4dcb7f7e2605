package io.tradewind.market.kernel;

import java.util.Arrays;

/**
 * Computes a few related features candle by candle from state of constant size.
 *
 * <p>The one method {@link #update} serves batch and stream alike: a batch passes blocks of many candles, a stream
 * blocks of one. Because the loop is inside, a batch runs it with its state in registers, and because there is no other
 * code, stream and batch cannot disagree. A kernel sees candle {@code i} and its own state, so it cannot look ahead.
 */
public abstract class Kernel {
    /**
     * Takes the candles {@code 0..n-1} of the block.
     *
     * @param in the candles; {@code in.start} is the row of the first one
     * @param n how many candles, at least 1
     * @param out output {@code j} of candle {@code i} goes to {@code out[j][from + i]}; every output of every candle must
     *     be written, NaN in the lookback. Where {@link #skipsUnwanted} says so, unwanted outputs are null
     */
    public abstract void update(Block in, int n, double[][] out, int from);

    /** Whether {@link #update} copes with outputs that are null, because nobody wants them, and saves their cost. */
    public boolean skipsUnwanted() {
        return false;
    }

    /**
     * Passes every piece of state through the codec, in a fixed order.
     *
     * <p>One method both writes and reads: {@code sum = codec.real(sum)} stores the field on a snapshot and replaces it
     * on a restore.
     */
    public abstract void state(StateCodec codec);

    /** An array of at least {@code n}: the given one, or a new one when it is too short. */
    protected static double[] atLeast(double[] scratch, int n) {
        return scratch.length >= n ? scratch : new double[n];
    }

    /**
     * A copy of {@code n} values of a column, from {@code from} on, at 0 of the scratch array or of a longer one.
     *
     * <p>A loop works on many candles at once only where every array in it has the same index: columns have theirs at
     * {@code offset + i}, scratch at {@code i}. Copying costs less than not.
     */
    protected static double[] copied(double[] column, int from, int n, double[] scratch) {
        double[] copy = atLeast(scratch, n);
        System.arraycopy(column, from, copy, 0, n);
        return copy;
    }

    /** Writes NaN into the wanted outputs of those of the block's candles that are before row {@code lookback}. */
    protected static void blank(Block in, int n, double[][] out, int from, int lookback) {
        if (in.start < lookback) {
            for (double[] column : out) {
                blank(in, n, column, from, lookback);
            }
        }
    }

    /** The same for one output. */
    protected static void blank(Block in, int n, double[] column, int from, int lookback) {
        if (in.start < lookback && column != null) {
            Arrays.fill(column, from, from + Math.min(n, lookback - in.start), Double.NaN);
        }
    }
}

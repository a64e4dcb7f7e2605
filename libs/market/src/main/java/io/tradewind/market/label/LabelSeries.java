package io.tradewind.market.label;

import java.util.Objects;

/**
 * One label per candle.
 *
 * <p>{@link #endIndex} says up to which candle a label looks. A split that keeps a training row whose end index reaches
 * into the test rows leaks.
 */
public final class LabelSeries {
    private final String name;
    private final double[] values;
    private final int[] endIndexes;

    LabelSeries(String name, double[] values, int[] endIndexes) {
        this.name = Objects.requireNonNull(name, "name");
        this.values = values;
        this.endIndexes = endIndexes;
    }

    /** What it is, such as {@code direction_4}. */
    public String name() {
        return name;
    }

    /** How many candles it covers. */
    public int size() {
        return values.length;
    }

    /** The label of candle {@code i}; NaN when the candles that decide it are not there yet. */
    public double value(int i) {
        return values[i];
    }

    /** The last candle (inclusive) whose prices decide label {@code i}; may lie beyond the series when unknown. */
    public int endIndex(int i) {
        return endIndexes[i];
    }

    /** Whether label {@code i} is decided. */
    public boolean known(int i) {
        return !Double.isNaN(values[i]);
    }
}

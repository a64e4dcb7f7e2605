package io.tradewind.market.feature;

import java.util.List;

/**
 * Feature values of a series, a column per feature and a row per candle.
 *
 * <p>A value is NaN in the rows of its feature's lookback and nowhere else. Rows before {@link #warmupBars} still depend
 * on where the series began: leave them out of training.
 */
public final class FeatureMatrix {
    private final FeatureSet set;
    private final double[][] columns;
    private final int rows;

    FeatureMatrix(FeatureSet set, double[][] columns, int rows) {
        this.set = set;
        this.columns = columns;
        this.rows = rows;
    }

    /** The set it was computed from. */
    public FeatureSet set() {
        return set;
    }

    /** As many as the series has candles. */
    public int rows() {
        return rows;
    }

    /** As many as the set has features. */
    public int columns() {
        return columns.length;
    }

    /** Column names in order. */
    public List<String> names() {
        return set.names();
    }

    /** First row at which every column is independent of where the series began. */
    public int warmupBars() {
        return set.warmupBars();
    }

    /** The value of a column at a row; NaN in its lookback. */
    public double get(int row, int column) {
        return columns[column][row];
    }

    /** The column itself: read it, never write it. */
    public double[] column(int column) {
        return columns[column];
    }

    /**
     * The column of a feature: read it, never write it.
     *
     * @throws IllegalArgumentException when the matrix does not have it
     */
    public double[] column(String feature) {
        int column = names().indexOf(feature);
        if (column < 0) {
            throw new IllegalArgumentException("the matrix has no column '" + feature + "'");
        }
        return columns[column];
    }

    double[][] data() {
        return columns;
    }

    /** Copies a row into {@code target}, in column order. */
    public void copyRow(int row, double[] target) {
        for (int column = 0; column < columns.length; column++) {
            target[column] = columns[column][row];
        }
    }
}

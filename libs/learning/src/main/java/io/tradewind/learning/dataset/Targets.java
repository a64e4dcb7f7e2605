package io.tradewind.learning.dataset;

import java.util.Arrays;
import java.util.List;

import io.tradewind.learning.task.Task;
import io.tradewind.market.candle.CandleSeries;
import io.tradewind.market.feature.FeatureCatalogue;
import io.tradewind.market.label.LabelSeries;
import io.tradewind.market.label.Labels;

/**
 * What a model is to say about each row: a matrix of shape (rows, width).
 *
 * <p>Directions and returns keep simple returns, one column per horizon, the primary horizon first; classes are cut from the first
 * column by the dead band. Patterns keep 0 or 1 per pattern.
 *
 * @param horizons bars ahead, the primary one first
 * @param deadBand absolute return up to which a move is neither up nor down
 * @param values row-major; NaN where it is not known yet
 * @param ends last row that any of a row's targets depends on
 */
@SuppressWarnings("ArrayRecordComponent")
public record Targets(Task task, List<Integer> horizons, double deadBand, double[] values, int[] ends) {

    private static final int DOWN = 0;
    private static final int FLAT = 1;

    public Targets {
        horizons = List.copyOf(horizons);
    }

    /** The targets of every row of a series. */
    public static Targets of(Task task, List<Integer> horizons, double deadBand, CandleSeries series) {
        List<LabelSeries> columns = task.multiLabel()
                ? List.of()
                : horizons.stream().map(bars -> Labels.returns(series, bars)).toList();
        if (task.multiLabel()) {
            return patterns(task, horizons, deadBand, series);
        }
        int width = columns.size();
        double[] values = new double[series.size() * width];
        int[] ends = new int[series.size()];
        for (int row = 0; row < ends.length; row++) {
            for (int column = 0; column < width; column++) {
                LabelSeries label = columns.get(column);
                values[row * width + column] = label.value(row);
                ends[row] = Math.max(ends[row], label.endIndex(row));
            }
        }
        return new Targets(task, horizons, deadBand, values, ends);
    }

    /**
     * A pattern counts in its classic form or, where markets trade around the clock and leave no gaps, in its gapless one; bullish
     * and bearish alike.
     */
    private static Targets patterns(Task task, List<Integer> horizons, double deadBand, CandleSeries series) {
        List<String> names = task.outputNames();
        int width = names.size();
        double[] values = new double[series.size() * width];
        int[] ends = new int[series.size()];
        for (int column = 0; column < width; column++) {
            LabelSeries classic = Labels.pattern(series, names.get(column));
            String gapless = "gapless_" + names.get(column);
            LabelSeries other =
                    FeatureCatalogue.contains("pattern_" + gapless) ? Labels.pattern(series, gapless) : classic;
            for (int row = 0; row < ends.length; row++) {
                values[row * width + column] = present(classic.value(row), other.value(row));
                ends[row] = Math.max(ends[row], Math.max(classic.endIndex(row), other.endIndex(row)));
            }
        }
        return new Targets(task, horizons, deadBand, values, ends);
    }

    private static double present(double classic, double gapless) {
        if (Double.isNaN(classic) || Double.isNaN(gapless)) {
            return Double.NaN;
        }
        return classic != 0 || gapless != 0 ? 1 : 0;
    }

    /** Number of rows. */
    public int size() {
        return ends.length;
    }

    /** Columns of the matrix. */
    public int width() {
        return task.multiLabel() ? task.outputNames().size() : horizons.size();
    }

    public double value(int row, int column) {
        return values[row * width() + column];
    }

    /** Whether all of a row's targets are known. */
    public boolean known(int row) {
        for (int column = 0; column < width(); column++) {
            if (Double.isNaN(value(row, column))) {
                return false;
            }
        }
        return true;
    }

    /** 1 up, 0 down, -1 within the dead band. */
    int direction(int row) {
        double move = value(row, 0);
        if (Math.abs(move) <= deadBand) {
            return -1;
        }
        return move > 0 ? 1 : 0;
    }

    /** Index of a row's class among the task's outputs, -1 for none. */
    int classOf(int row) {
        if (task != Task.THREE_WAY_DIRECTION) {
            return direction(row);
        }
        return switch (direction(row)) {
            case -1 -> FLAT;
            case 0 -> DOWN;
            default -> task.outputNames().size() - 1;
        };
    }

    /** Only one column, as for a model that forecasts one of several horizons. */
    public Targets column(int column) {
        int width = width();
        double[] only = new double[size()];
        Arrays.setAll(only, row -> values[row * width + column]);
        return new Targets(task, List.of(horizons.get(column)), deadBand, only, ends);
    }

    /** The same matrix with other values. */
    public Targets with(double[] others) {
        return new Targets(task, horizons, deadBand, others, ends);
    }
}

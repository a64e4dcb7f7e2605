package io.tradewind.learning.dataset;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Windows of a dataset, each named by its newest row; windows are cut on demand, the rows are never copied.
 *
 * @param ends newest rows, rising
 */
@SuppressWarnings("ArrayRecordComponent")
public record Samples(Dataset data, int[] ends) {

    /**
     * Every row that ends a complete window and whose targets are known.
     *
     * @param firstRow first row that may be part of a window: features before it are still warming up
     * @param missingAllowed whether windows with missing values are kept
     */
    public static Samples candidates(Dataset data, int firstRow, boolean missingAllowed) {
        int[] gaps = new int[data.size() + 1];
        for (int row = 0; row < data.size(); row++) {
            gaps[row + 1] = gaps[row] + (complete(data, row) ? 0 : 1);
        }
        int first = firstRow + data.window() - 1;
        int[] ends = IntStream.range(Math.min(first, data.size()), data.size())
                .filter(data.targets()::known)
                .filter(row -> missingAllowed || gaps[row + 1] == gaps[row + 1 - data.window()])
                .toArray();
        return new Samples(data, ends);
    }

    private static boolean complete(Dataset data, int row) {
        for (int feature = 0; feature < data.features(); feature++) {
            if (!Float.isFinite(data.value(row, feature))) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return ends.length;
    }

    /** Newest row of sample {@code i}. */
    public int end(int i) {
        return ends[i];
    }

    /** Last row the label of sample {@code i} depends on. */
    public int labelEnd(int i) {
        return data.targets().ends()[ends[i]];
    }

    /** Simple return over the primary horizon after sample {@code i}; not for patterns. */
    public double returnAfter(int i) {
        return target(i, 0);
    }

    /** One target of sample {@code i}: a return, or 0 or 1 for a label. */
    public double target(int i, int column) {
        return data.targets().value(ends[i], column);
    }

    /** 1 up, 0 down, -1 within the dead band. */
    public int direction(int i) {
        return data.targets().direction(ends[i]);
    }

    /** Index of the sample's class among the task's outputs, -1 if it has none. */
    public int classOf(int i) {
        return data.targets().classOf(ends[i]);
    }

    /** Copies the window of sample {@code i}, row by row, oldest first. */
    public void copyWindow(int i, float[] target, int offset) {
        int length = windowLength();
        int from = (ends[i] + 1 - data.window()) * data.features();
        System.arraycopy(data.rows(), from, target, offset, length);
    }

    /** Windows from sample {@code from} to {@code to} (exclusive), one after the other. */
    public double[] windows(int from, int to) {
        int length = windowLength();
        float[] window = new float[length];
        double[] windows = new double[(to - from) * length];
        for (int i = from; i < to; i++) {
            copyWindow(i, window, 0);
            for (int k = 0; k < length; k++) {
                windows[(i - from) * length + k] = window[k];
            }
        }
        return windows;
    }

    /** All windows as floats, for libraries that take the whole matrix. */
    public float[] matrix() {
        int length = windowLength();
        float[] matrix = new float[size() * length];
        for (int i = 0; i < size(); i++) {
            copyWindow(i, matrix, i * length);
        }
        return matrix;
    }

    /** Values in one window. */
    public int windowLength() {
        return data.window() * data.features();
    }

    /** Values of one feature in the newest rows. */
    public double[] newest(int feature) {
        return Arrays.stream(ends).mapToDouble(row -> data.value(row, feature)).toArray();
    }

    /** The samples whose index is wanted. */
    public Samples filter(IntPredicate wanted) {
        return new Samples(
                data,
                IntStream.range(0, size()).filter(wanted).map(i -> ends[i]).toArray());
    }

    /** Samples with a move outside the dead band. */
    public Samples moving() {
        return filter(i -> direction(i) >= 0);
    }

    /** The same samples of other rows, as of scaled ones. */
    public Samples on(Dataset other) {
        return new Samples(other, ends);
    }
}

package io.tradewind.learning.tree;

/** A tree ensemble that scores rows without allocating; NaN is a missing value. */
public interface TreeEnsemble {

    /** Values a row has. */
    int features();

    /** Trees in it. */
    int trees();

    /** Values of one response: 1, or the number of classes. */
    int outputs();

    /**
     * The model's response to one row: P(up) for a logistic objective, otherwise the value itself. Only for ensembles with one
     * output.
     *
     * @param rows rows one after the other
     * @param offset where the row starts
     */
    double score(double[] rows, int offset);

    /**
     * The model's response to one row: as {@link #score}, or one probability per class.
     *
     * @param target gets {@link #outputs()} values from {@code at} on
     */
    void scores(double[] rows, int offset, double[] target, int at);

    /** Total loss reduction at each feature's splits, in feature order. */
    double[] gains();
}

package io.tradewind.learning.tree;

/** A tree ensemble that scores rows without allocating. */
public interface TreeEnsemble {

    /** Values a row has. */
    int features();

    /** Trees in it. */
    int trees();

    /**
     * The model's response to one row: P(up) for a logistic objective, otherwise the value itself. NaN is a missing value.
     *
     * @param rows rows one after the other
     * @param offset where the row starts
     */
    double score(double[] rows, int offset);

    /** Total loss reduction at each feature's splits, in feature order. */
    double[] gains();
}

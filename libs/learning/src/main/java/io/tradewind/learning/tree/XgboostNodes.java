package io.tradewind.learning.tree;

/**
 * All nodes of all trees.
 *
 * @param feature split feature, -1 at a leaf
 * @param threshold split value, or the leaf's value
 * @param gain loss reduction of the split
 */
@SuppressWarnings("ArrayRecordComponent")
record XgboostNodes(int[] feature, float[] threshold, int[] left, int[] right, boolean[] defaultLeft, float[] gain) {

    XgboostNodes(int count) {
        this(new int[count], new float[count], new int[count], new int[count], new boolean[count], new float[count]);
    }
}

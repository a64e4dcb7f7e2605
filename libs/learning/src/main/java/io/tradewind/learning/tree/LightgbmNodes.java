package io.tradewind.learning.tree;

/**
 * All nodes of all trees, leaves among them.
 *
 * @param feature split feature, -1 at a leaf
 * @param threshold split value, or the leaf's value
 * @param missing what counts as missing
 * @param setFrom first word of a categorical node's bit set, -1 at a numeric one
 * @param setTo word after its last
 * @param sets bit sets of all categorical nodes
 */
@SuppressWarnings("ArrayRecordComponent")
record LightgbmNodes(
        int[] feature,
        double[] threshold,
        int[] left,
        int[] right,
        boolean[] defaultLeft,
        byte[] missing,
        int[] setFrom,
        int[] setTo,
        int[] sets,
        double[] gain) {

    LightgbmNodes(int count, int words) {
        this(
                new int[count],
                new double[count],
                new int[count],
                new int[count],
                new boolean[count],
                new byte[count],
                new int[count],
                new int[count],
                new int[words],
                new double[count]);
    }
}

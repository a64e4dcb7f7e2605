package io.tradewind.market.alpha;

/** What a kernel writes in its lookback. */
final class Blank {
    private Blank() {}

    static void fill(double[][] out, int at, int first, int outputs) {
        for (int j = first; j < outputs; j++) {
            out[j][at] = Double.NaN;
        }
    }
}

package io.tradewind.market.alpha;

/** What a kernel writes in its lookback. */
final class Blank {
    private Blank() {}

    static void fill(double[] out, int at, int stride, int outputs) {
        for (int j = 0; j < outputs; j++) {
            out[at + j * stride] = Double.NaN;
        }
    }
}

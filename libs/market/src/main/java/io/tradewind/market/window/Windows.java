package io.tradewind.market.window;

/** What all windows check. */
final class Windows {
    private Windows() {}

    static int requireLength(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("window must be >= 1 candle, was " + length);
        }
        return length;
    }
}

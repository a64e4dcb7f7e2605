package io.tradewind.market.definition;

/**
 * How long recursive averages remember where they began.
 *
 * <p>A recursion that keeps the share {@code 1 - gain} of its past has forgotten its start to 1e-8 after
 * {@code log(1e-8) / log(1 - gain)} candles. 1e-8 and not 1e-6, because a feature may be much smaller than the prices
 * it is the difference of.
 */
public final class WarmUp {
    private static final double FORGOTTEN = Math.log(1e-8);

    private WarmUp() {}

    /** Candles until a recursion with this gain has forgotten its start. */
    public static int gain(double gain) {
        return (int) Math.ceil(FORGOTTEN / Math.log(1 - gain));
    }

    /** The same for an exponential average of {@code n}, gain {@code 2 / (n + 1)}. */
    public static int exponential(int n) {
        return gain(2.0 / (n + 1));
    }

    /** The same for Wilder's average of {@code n}, gain {@code 1 / n}. */
    public static int wilder(int n) {
        return gain(1.0 / n);
    }
}

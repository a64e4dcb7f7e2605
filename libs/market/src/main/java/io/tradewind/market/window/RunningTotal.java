package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * A total since the beginning, with the rounding errors kept beside it (Neumaier's variant of Kahan's sum).
 *
 * <p>Ten million additions of any sizes leave it as exact as one.
 */
public final class RunningTotal {
    private double sum;
    private double lost;

    /** Adds a value and returns the total. */
    public double add(double value) {
        double next = sum + value;
        double share = next - sum;
        // Knuth's two-sum: exact whichever of the two is larger, and without a branch.
        lost += (sum - (next - share)) + (value - share);
        sum = next;
        return next + lost;
    }

    public void state(StateCodec codec) {
        sum = codec.real(sum);
        lost = codec.real(lost);
    }
}

package io.tradewind.market.window;

import java.util.Arrays;

import io.tradewind.market.kernel.StateCodec;

/** The value from {@code length} pushes ago. */
public final class Delay {
    private final double[] ring;
    private int at;

    public Delay(int length) {
        ring = new double[Windows.requireLength(length)];
        Arrays.fill(ring, Double.NaN);
    }

    /** Stores a value and returns the one {@code length} pushes before it; NaN while there is none. */
    public double push(double value) {
        double old = ring[at];
        ring[at] = value;
        at = at + 1 == ring.length ? 0 : at + 1;
        return old;
    }

    public void state(StateCodec codec) {
        codec.reals(ring);
        at = codec.whole(at);
    }
}

package io.tradewind.market.window;

import java.util.Arrays;

import io.tradewind.market.kernel.StateCodec;

/**
 * Highest of the last {@code length} values, by two stacks; a minimum is the negated maximum of negated values.
 *
 * <p>Two comparisons a value, whatever the length.
 */
public final class RollingMax {
    private final int length;
    private final double[] ring;
    private double front = Double.NEGATIVE_INFINITY;
    private int at;

    public RollingMax(int length) {
        this.length = Windows.requireLength(length);
        this.ring = new double[length + 1];
        Arrays.fill(ring, Double.NEGATIVE_INFINITY);
    }

    /** Adds a value and returns the highest of the last {@code length} ones. */
    public double push(double value) {
        int slot = at;
        front = value > front ? value : front;
        double behind = ring[slot + 1];
        double result = behind > front ? behind : front;
        ring[slot] = value;
        at = slot + 1;
        if (at == length) {
            turn();
        }
        return result;
    }

    private void turn() {
        double suffix = Double.NEGATIVE_INFINITY;
        for (int j = length - 1; j >= 0; j--) {
            suffix = ring[j] > suffix ? ring[j] : suffix;
            ring[j] = suffix;
        }
        front = Double.NEGATIVE_INFINITY;
        at = 0;
    }

    public void state(StateCodec codec) {
        codec.reals(ring);
        front = codec.real(front);
        at = codec.whole(at);
    }
}

package io.tradewind.market.window;

import java.util.Arrays;

import io.tradewind.market.kernel.StateCodec;

/**
 * How many candles ago the highest of the last {@code length} values came, by two stacks.
 *
 * <p>A minimum is the maximum of negated values.
 */
public final class RollingArgMax {
    /** Which of several equal values counts. */
    public enum Tie {
        NEWEST,
        OLDEST
    }

    private final int length;
    private final boolean newest;
    private final double[] ring;
    private final int[] slots;
    private double front = Double.NEGATIVE_INFINITY;
    private int frontSlot;
    private int at;
    private double best = Double.NEGATIVE_INFINITY;

    public RollingArgMax(int length, Tie tie) {
        this.length = Windows.requireLength(length);
        this.newest = tie == Tie.NEWEST;
        this.ring = new double[length + 1];
        this.slots = new int[length + 1];
        Arrays.fill(ring, Double.NEGATIVE_INFINITY);
    }

    /** Adds a value and returns the age of the highest: 0 for the value itself, up to {@code length - 1}. */
    public int push(double value) {
        int slot = at;
        if (newest ? value >= front : value > front) {
            front = value;
            frontSlot = slot;
        }
        double behind = ring[slot + 1];
        boolean inFront = newest ? front >= behind : front > behind;
        best = inFront ? front : behind;
        int age = inFront ? slot - frontSlot : slot + length - slots[slot + 1];
        ring[slot] = value;
        at = slot + 1;
        if (at == length) {
            turn();
        }
        return age;
    }

    /** The highest value itself, as of the last push. */
    public double value() {
        return best;
    }

    private void turn() {
        double top = Double.NEGATIVE_INFINITY;
        int topSlot = length - 1;
        for (int j = length - 1; j >= 0; j--) {
            if (newest ? ring[j] > top : ring[j] >= top) {
                top = ring[j];
                topSlot = j;
            }
            ring[j] = top;
            slots[j] = topSlot;
        }
        front = Double.NEGATIVE_INFINITY;
        at = 0;
    }

    public void state(StateCodec codec) {
        codec.reals(ring);
        codec.wholes(slots);
        front = codec.real(front);
        frontSlot = codec.whole(frontSlot);
        at = codec.whole(at);
    }
}

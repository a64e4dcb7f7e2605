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
        int age = inFront ? slot - frontSlot : slot + length - slots[slot + 1];
        ring[slot] = value;
        at = slot + 1;
        if (at == length) {
            turn();
        }
        return age;
    }

    private void turn() {
        double best = Double.NEGATIVE_INFINITY;
        int bestSlot = length - 1;
        for (int j = length - 1; j >= 0; j--) {
            if (newest ? ring[j] > best : ring[j] >= best) {
                best = ring[j];
                bestSlot = j;
            }
            ring[j] = best;
            slots[j] = bestSlot;
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

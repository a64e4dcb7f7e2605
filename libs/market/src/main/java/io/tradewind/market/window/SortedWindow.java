package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * The last {@code length} values in order of size, for quantiles and ranks.
 *
 * <p>Places are found by binary search; the values between the one that leaves and the one that comes move over by one,
 * a block move that at these lengths costs less than a tree's pointers.
 */
public final class SortedWindow {
    private final int length;
    private final double[] ring;
    private final double[] sorted;
    private int at;
    private int count;

    public SortedWindow(int length) {
        this.length = Windows.requireLength(length);
        this.ring = new double[length];
        this.sorted = new double[length];
    }

    /** Adds a value; the oldest one leaves when the window is full. */
    public void push(double value) {
        int to = firstNotBelow(value);
        if (count < length) {
            System.arraycopy(sorted, to, sorted, to + 1, count - to);
            sorted[to] = value;
            count++;
        } else {
            // A value that is no number is found nowhere; the bound keeps it from doing harm beyond its window.
            replace(Math.min(firstNotBelow(ring[at]), length - 1), to, value);
        }
        ring[at] = value;
        at = at + 1 == length ? 0 : at + 1;
    }

    private void replace(int from, int to, double value) {
        if (from < to) {
            System.arraycopy(sorted, from + 1, sorted, from, to - 1 - from);
            sorted[to - 1] = value;
        } else {
            System.arraycopy(sorted, to, sorted, to + 1, from - to);
            sorted[to] = value;
        }
    }

    private int firstNotBelow(double value) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Quantile of the values there are, by linear interpolation between neighbours. */
    public double quantile(double share) {
        double place = (count - 1) * share;
        int below = (int) place;
        double low = sorted[below];
        return below + 1 < count ? low + (place - below) * (sorted[below + 1] - low) : low;
    }

    /** Mean rank of a value that is in the window, as a share of the count: above 0, up to 1. */
    public double rank(double value) {
        int below = firstNotBelow(value);
        int upTo = below;
        while (upTo < count && sorted[upTo] == value) {
            upTo++;
        }
        return (below + (upTo - below + 1) / 2.0) / count;
    }

    public void state(StateCodec codec) {
        codec.reals(ring);
        codec.reals(sorted);
        at = codec.whole(at);
        count = codec.whole(count);
    }
}

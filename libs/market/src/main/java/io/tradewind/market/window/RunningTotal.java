package io.tradewind.market.window;

import io.tradewind.market.kernel.StateCodec;

/**
 * A total since the beginning.
 *
 * <p>Values are added up in runs of 64; a finished run is added to the total with the rounding error kept beside it
 * (Knuth's two-sum). Ten million additions of any sizes leave the total as exact as a few.
 */
public final class RunningTotal {
    private static final int RUN = 64;

    private double sum;
    private double lost;
    private double run;
    private int inRun;

    /** Adds a value and returns the total. */
    public double add(double value) {
        run += value;
        double total = sum + lost + run;
        if (++inRun == RUN) {
            close();
        }
        return total;
    }

    /** Adds {@code n} values, the first one at {@code from}, putting the total after each in its place. */
    public void add(double[] values, int from, int n) {
        int at = from;
        int end = from + n;
        while (at < end) {
            if (inRun == 0 && end - at >= 4 * RUN) {
                addFourRuns(values, at);
                at += 4 * RUN;
            } else {
                int count = Math.min(end - at, RUN - inRun);
                addToRun(values, at, count);
                at += count;
            }
        }
    }

    private void addToRun(double[] values, int from, int count) {
        double before = sum + lost;
        double part = run;
        for (int i = from; i < from + count; i++) {
            part += values[i];
            values[i] = before + part;
        }
        run = part;
        inRun += count;
        if (inRun == RUN) {
            close();
        }
    }

    /** Runs do not wait for each other's sums, so four are added up side by side. */
    private void addFourRuns(double[] values, int from) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = from; i < from + RUN; i++) {
            first += values[i];
            second += values[i + RUN];
            third += values[i + 2 * RUN];
            fourth += values[i + 3 * RUN];
            values[i] = first;
            values[i + RUN] = second;
            values[i + 2 * RUN] = third;
            values[i + 3 * RUN] = fourth;
        }
        lift(values, from, first);
        lift(values, from + RUN, second);
        lift(values, from + 2 * RUN, third);
        lift(values, from + 3 * RUN, fourth);
    }

    /** Puts a whole run on top of what was there before it. */
    private void lift(double[] values, int from, double part) {
        double before = sum + lost;
        for (int i = from; i < from + RUN; i++) {
            values[i] = before + values[i];
        }
        run = part;
        close();
    }

    private void close() {
        double next = sum + run;
        double share = next - sum;
        lost += (sum - (next - share)) + (run - share);
        sum = next;
        run = 0;
        inRun = 0;
    }

    public void state(StateCodec codec) {
        sum = codec.real(sum);
        lost = codec.real(lost);
        run = codec.real(run);
        inRun = codec.whole(inRun);
    }
}

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
        int done = 0;
        while (done < n) {
            int count = Math.min(n - done, RUN - inRun);
            double before = sum + lost;
            double part = run;
            for (int i = from + done; i < from + done + count; i++) {
                part += values[i];
                values[i] = before + part;
            }
            run = part;
            inRun += count;
            done += count;
            if (inRun == RUN) {
                close();
            }
        }
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

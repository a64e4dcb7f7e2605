package io.tradewind.launcher.features;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Says every other second how many rows there are; a short file passes without a word until its end. */
final class Progress implements LongConsumer {
    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintStream screen;
    private final long start = System.nanoTime();
    private long said = start;

    Progress(PrintStream screen) {
        this.screen = screen;
    }

    @Override
    public void accept(long rows) {
        long now = System.nanoTime();
        if (now - said >= EVERY_NANOS) {
            said = now;
            screen.printf(Locale.ROOT, "%,d rows, %,.0f a second%n", rows, rows / seconds());
        }
    }

    void end(long rows, int features, String set) {
        screen.printf(Locale.ROOT, "%,d rows of %d features (%s) in %.1f s%n", rows, features, set, seconds());
    }

    private double seconds() {
        return Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    }
}

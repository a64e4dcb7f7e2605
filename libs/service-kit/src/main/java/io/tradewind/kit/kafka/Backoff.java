package io.tradewind.kit.kafka;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Pauses between attempts: 100 ms doubling to 5 s, each with jitter. For one thread. */
public final class Backoff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private long next = FIRST_MILLIS;
    private boolean failedBefore;

    /** True once per row of failures: the moment to say something in the log. */
    public boolean first() {
        boolean first = !failedBefore;
        failedBefore = true;
        return first;
    }

    /** How long to wait now; the next wait is twice as long. */
    public Duration next() {
        long jittered = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(next * 2, LONGEST_MILLIS);
        return Duration.ofMillis(jittered);
    }

    /** Waits {@link #next()}. */
    public void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(next().toMillis());
    }

    /** An attempt worked: the next failure starts anew. True when failures came before. */
    public boolean reset() {
        boolean recovered = failedBefore;
        failedBefore = false;
        next = FIRST_MILLIS;
        return recovered;
    }
}

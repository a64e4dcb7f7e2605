package io.tradewind.learning.prediction;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts predictors that hold native memory, and those among them that were forgotten: collected by the garbage collector without
 * having been closed. Their memory is freed then, and a warning says where they were opened; but the collector does not see
 * native memory and may come hours late, so that a forgotten predictor is a fault, which tests should fail on.
 */
public final class PredictorLeaks {

    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final AtomicLong FORGOTTEN = new AtomicLong();

    private PredictorLeaks() {}

    /** Predictors with native memory that are open now. */
    public static int open() {
        return OPEN.get();
    }

    /** Predictors that were collected unclosed since the process started. */
    public static long forgotten() {
        return FORGOTTEN.get();
    }

    static void opened() {
        OPEN.incrementAndGet();
    }

    static void freed() {
        OPEN.decrementAndGet();
    }

    static void collectedUnclosed() {
        FORGOTTEN.incrementAndGet();
    }
}

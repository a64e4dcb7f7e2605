package io.tradewind.learning.prediction;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails every test class that leaves a predictor to the garbage collector. */
public final class ForgottenPredictors implements AfterAllCallback {

    /** A class may keep open predictors that it still refers to, so waiting for none would wait for ever. */
    private static final int COLLECTIONS = 3;

    private static long known;

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        check();
    }

    /** Collects garbage if any predictor is open, and fails if one more than before was found unclosed. */
    static synchronized void check() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && PredictorLeaks.open() > 0; i++) {
            collect();
        }
        long found = PredictorLeaks.forgotten() - known;
        known = PredictorLeaks.forgotten();
        if (found > 0) {
            throw new AssertionError(found + " predictors were never closed; the log says where they were opened");
        }
    }

    private static void collect() throws InterruptedException {
        CountDownLatch collected = new CountDownLatch(1);
        NativeHold.CLEANER.register(new Object(), collected::countDown);
        do {
            System.gc();
        } while (!collected.await(50, TimeUnit.MILLISECONDS));
    }
}

package io.tradewind.inference.serving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.tradewind.learning.bundle.BundleManifest;
import io.tradewind.learning.prediction.Predictor;
import io.tradewind.learning.task.Forecast;
import io.tradewind.market.feature.FeatureSet;

/** One version of a model in memory, with a count of who uses it. */
public final class LoadedModel {

    /** Which version of which model this is. */
    public record Identity(UUID modelId, int version, String bundleDigest) {}

    /**
     * What loading found out.
     *
     * @param features how to compute its inputs from candles; empty when this build cannot
     * @param rowMicros time for one row after warm-up, in microseconds
     * @param nativeCalls whether predicting leaves the JVM
     */
    public record Facts(
            Optional<FeatureSet> features, double rowMicros, boolean nativeCalls, long loadMillis, Instant loadedAt) {}

    private static final double INLINE_MICROS = 50;

    private final Identity identity;
    private final BundleManifest manifest;
    private final Predictor predictor;
    private final Facts facts;
    private final Executor closer;
    /** One for being served, one for each lease; at zero the predictor is closed. */
    private final AtomicInteger users = new AtomicInteger(1);

    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** @param closer where the native memory is freed: not on the thread of whoever finished last */
    public LoadedModel(Identity identity, BundleManifest manifest, Predictor predictor, Facts facts, Executor closer) {
        this.identity = identity;
        this.manifest = manifest;
        this.predictor = predictor;
        this.facts = facts;
        this.closer = closer;
    }

    public Identity identity() {
        return identity;
    }

    public BundleManifest manifest() {
        return manifest;
    }

    public Facts facts() {
        return facts;
    }

    /** Rows of features in one model input. */
    public int window() {
        return predictor.window();
    }

    /** Whether so many rows take so little time that moving to another thread would cost more. */
    public boolean fitsInline(int rows) {
        return !facts.nativeCalls() && facts.rowMicros() * rows < INLINE_MICROS;
    }

    boolean retain() {
        while (true) {
            int count = users.get();
            if (count == 0) {
                return false;
            }
            if (users.compareAndSet(count, count + 1)) {
                return true;
            }
        }
    }

    void release() {
        if (users.decrementAndGet() > 0) {
            return;
        }
        try {
            closer.execute(this::close);
        } catch (RejectedExecutionException shuttingDown) {
            close();
        }
    }

    /** Frees a version that was never swapped in. */
    public void discard() {
        release();
    }

    private void close() {
        try {
            predictor.close();
            closed.complete(null);
        } catch (Exception e) {
            closed.completeExceptionally(e);
        }
    }

    /** Only with a lease. */
    Forecast[] predict(double[] inputs, int count) {
        return count == 1 ? new Forecast[] {predictor.predict(inputs)} : predictor.predictBatch(inputs, count);
    }

    /** Completed when the last user is gone and the memory is free. */
    public CompletionStage<Void> closed() {
        return closed;
    }
}

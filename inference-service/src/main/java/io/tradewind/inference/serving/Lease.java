package io.tradewind.inference.serving;

import java.util.concurrent.atomic.AtomicBoolean;

import io.tradewind.learning.task.Forecast;

/** The right to use a loaded version until it is closed, even if another one is being swapped in meanwhile. */
public final class Lease implements AutoCloseable {

    private final LoadedModel model;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(LoadedModel model) {
        this.model = model;
    }

    public LoadedModel model() {
        return model;
    }

    /**
     * Predicts on the calling thread.
     *
     * @param inputs {@code (count, window, feature)} flattened row-major, unscaled and finite
     */
    public Forecast[] predict(double[] inputs, int count) {
        if (closed.get()) {
            throw new IllegalStateException("the lease is closed");
        }
        return model.predict(inputs, count);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            model.release();
        }
    }
}

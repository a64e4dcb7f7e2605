package io.tradewind.learning.training;

import java.util.concurrent.CancellationException;

/** Lets another thread stop a training, which takes effect before the next batch. */
public final class CancellationToken {

    private volatile boolean cancelled;

    /** Asks the training to stop. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws if cancelled. */
    public void check() {
        if (cancelled) {
            throw new CancellationException("the training was cancelled");
        }
    }
}

package io.tradewind.learning.prediction;

import java.lang.ref.Cleaner;

/** Native memory that belongs to an object: freed once, when it is closed or, which is a fault, when it is collected. */
final class NativeHold implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NativeHold.class.getName());
    /** One for all, so that whoever registers with it too knows that those collected before have been freed. */
    static final Cleaner CLEANER = Cleaner.create();

    private final State state;
    private final Cleaner.Cleanable cleanable;

    /**
     * Holds memory for an owner.
     *
     * @param what names the owner in the warning
     * @param free must not refer to the owner, which could never be collected then
     */
    NativeHold(Object owner, String what, Runnable free) {
        state = new State(what, free, new Throwable("opened here"));
        PredictorLeaks.opened();
        cleanable = CLEANER.register(owner, state);
    }

    @Override
    public void close() {
        state.closed = true;
        cleanable.clean();
    }

    private static final class State implements Runnable {
        private final String what;
        private final Runnable free;
        private final Throwable opened;
        private volatile boolean closed;

        State(String what, Runnable free, Throwable opened) {
            this.what = what;
            this.free = free;
            this.opened = opened;
        }

        @Override
        public void run() {
            try {
                free.run();
            } finally {
                if (!closed) {
                    PredictorLeaks.collectedUnclosed();
                    LOG.log(System.Logger.Level.WARNING, what + " was never closed", opened);
                }
                // Last: who waits until none is open wants to know of the forgotten ones then.
                PredictorLeaks.freed();
            }
        }
    }
}

package io.tradewind.inference.journal;

import java.util.function.Consumer;

/** Where journal records go. */
interface RecordSink extends AutoCloseable {

    /** Why a record did not arrive. */
    enum Failure {
        /** It may arrive when it is sent again. */
        TRANSIENT,
        /** The record itself is refused and always will be. */
        REFUSED
    }

    /** Told exactly once what became of a record, on any thread. */
    interface Listener {
        void delivered();

        void failed(Failure failure, Throwable cause);

        /** A listener from two functions. */
        static Listener of(Runnable delivered, Consumer<Failure> failed) {
            return new Listener() {
                @Override
                public void delivered() {
                    delivered.run();
                }

                @Override
                public void failed(Failure failure, Throwable cause) {
                    failed.accept(failure);
                }
            };
        }
    }

    /** Hands a record over; may block while buffers are full, throws nothing. */
    void send(byte[] payload, Listener listener);

    @Override
    void close();
}

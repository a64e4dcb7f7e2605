package io.tradewind.training.worker.trainer;

import java.io.IOException;

import io.tradewind.learning.training.CancellationToken;

/** Listens to the parent; the end of the input means that it is gone, and then nobody wants the result. */
final class ParentWatch {

    static final int PARENT_GONE = 75;

    private ParentWatch() {}

    static void start(CancellationToken cancellation) {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> listen(cancellation));
    }

    private static void listen(CancellationToken cancellation) {
        try {
            while (System.in.read() >= 0) {
                // whatever the parent says, it says only this
                cancellation.cancel();
            }
        } catch (IOException broken) {
            System.err.println("the parent cannot be heard any more: " + broken.getMessage());
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}

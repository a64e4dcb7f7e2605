package io.tradewind.inference.journal;

import java.util.ArrayDeque;

/** Turns acknowledgements that arrive in any order into the position before which everything has arrived. */
final class Acknowledgements {

    private static final class InFlight {
        final long end;
        final int records;
        boolean acknowledged;

        InFlight(long end, int records) {
            this.end = end;
            this.records = records;
        }
    }

    private final ArrayDeque<InFlight> inFlight = new ArrayDeque<>();
    private long position;
    private long passed;

    Acknowledgements(long position) {
        this.position = position;
    }

    /** A record that ends at {@code end} was handed over; the returned action is its acknowledgement. */
    synchronized Runnable sent(long end) {
        InFlight record = new InFlight(end, 1);
        inFlight.addLast(record);
        return () -> acknowledge(record);
    }

    /** Up to {@code end} there is nothing that could be sent. */
    synchronized void stepOver(long end) {
        InFlight nothing = new InFlight(end, 0);
        inFlight.addLast(nothing);
        acknowledge(nothing);
    }

    private synchronized void acknowledge(InFlight record) {
        record.acknowledged = true;
        while (!inFlight.isEmpty() && inFlight.peekFirst().acknowledged) {
            InFlight first = inFlight.pollFirst();
            position = first.end;
            passed += first.records;
        }
    }

    synchronized long position() {
        return position;
    }

    /** How many records the position has passed since this was last asked. */
    synchronized long takePassed() {
        long taken = passed;
        passed = 0;
        return taken;
    }

    /** Forgets what is on its way, because it will be sent again from {@link #position()}. */
    synchronized void reset() {
        inFlight.clear();
    }
}

package io.tradewind.monitoring.alert;

import java.time.Instant;

/** What an acknowledgement comes to. */
public sealed interface Acknowledgement {

    /** It is taken note of, now or before. */
    record Acknowledged(AlertView alert) implements Acknowledgement {}

    /** There is nothing left to take note of. */
    record AlreadyResolved(Instant resolvedAt) implements Acknowledgement {}

    /** There is no such alert, or not for this caller. */
    record NotFound() implements Acknowledgement {}
}

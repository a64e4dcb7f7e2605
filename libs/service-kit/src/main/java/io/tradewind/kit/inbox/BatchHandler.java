package io.tradewind.kit.inbox;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a service does with events, inside the transaction that also stores their offset. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Applies these events, in this order, through this transaction only.
     *
     * <p>Fail with {@link IllegalArgumentException} or a {@code ServiceException} of a 4xx code for an event that can
     * never work: it goes to the dead letters. Every other failure is tried again until it works.
     */
    Uni<Void> handle(SqlConnection transaction, List<Received> events);
}

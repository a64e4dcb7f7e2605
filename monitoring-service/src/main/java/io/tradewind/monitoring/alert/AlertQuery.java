package io.tradewind.monitoring.alert;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertStatus;
import io.tradewind.kit.paging.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; a null matches all.
 *
 * @param open true for those that are not resolved
 * @param firedFrom fired at this time or later
 * @param behind sort values of the last alert of the page before
 */
public record AlertQuery(
        @Nullable AlertStatus status,
        boolean open,
        @Nullable UUID modelId,
        @Nullable Instant firedFrom,
        @Nullable Position behind,
        Limit limit) {

    /** Place of an alert in the list. */
    public record Position(Instant firedAt, UUID id) {}

    /** The first alerts of a model that fired in a time that ends now. */
    public static AlertQuery firedSince(UUID modelId, @Nullable Instant from) {
        return new AlertQuery(null, false, modelId, from, null, new Limit(Limit.MAX));
    }

    /** The first alerts that are open, of a model or (null) of all. */
    public static AlertQuery open(@Nullable UUID modelId) {
        return new AlertQuery(null, true, modelId, null, null, new Limit(Limit.MAX));
    }
}

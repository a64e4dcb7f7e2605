package io.tradewind.contracts.prediction;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What became of a prediction. The first outcome of a prediction counts; later ones are ignored.
 *
 * @param actualReturn simple return of the market over the prediction's horizon
 * @param actualDirection which way the market went
 * @param profit realised profit of the trade as a fraction of the stake, where there was one; otherwise it is
 *     derived from direction, return and costs
 * @param tradeId id of that trade in the caller's books
 * @param reportedBy user who reported it over REST: to be believed for that user's own predictions only; null when the
 *     fleet found it out itself or an administrator or a service reported it
 */
public record OutcomeObserved(
        UUID predictionId,
        double actualReturn,
        Direction actualDirection,
        @Nullable Double profit,
        @Nullable String tradeId,
        Instant occurredAt,
        @Nullable String reportedBy)
        implements Event {

    /** An outcome to be believed whoever owns the prediction. */
    public OutcomeObserved(
            UUID predictionId,
            double actualReturn,
            Direction actualDirection,
            @Nullable Double profit,
            @Nullable String tradeId,
            Instant occurredAt) {
        this(predictionId, actualReturn, actualDirection, profit, tradeId, occurredAt, null);
    }

    @Override
    public String eventKey() {
        return predictionId.toString();
    }
}

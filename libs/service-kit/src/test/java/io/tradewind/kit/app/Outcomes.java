package io.tradewind.kit.app;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;

/** Events to publish in tests. */
public final class Outcomes {

    private Outcomes() {}

    /** An outcome of this prediction, told apart by a text. */
    public static OutcomeObserved outcome(UUID prediction, String text) {
        return new OutcomeObserved(
                prediction, 0.01, Direction.UP, null, text, Instant.parse("2026-01-02T03:04:05.678Z"));
    }
}

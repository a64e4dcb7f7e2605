package io.tradewind.monitoring.recording;

import java.time.Instant;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID MODEL = new UUID(0, 7);

    @Test
    void takesTheDirectionFromTheReturnUnlessItIsTold() {
        assertThat(outcome(0.01, null).actualDirection()).isEqualTo(Direction.UP);
        assertThat(outcome(-0.01, null).actualDirection()).isEqualTo(Direction.DOWN);
        assertThat(outcome(0.0, null).actualDirection()).isEqualTo(Direction.FLAT);
        assertThat(outcome(0.01, Direction.FLAT).actualDirection()).isEqualTo(Direction.FLAT);
        assertThat(outcome(0.01, null).reportedBy()).isEqualTo("alice");
    }

    @Test
    void aTradeOnItsOwnIsTheSamePredictionHoweverOftenItIsReported() {
        // Given
        TradeRequest trade = trade("t-1", -0.02, Direction.DOWN);

        // When
        PredictionRequest request = RecordingRules.predictionOf(trade, MODEL, 2);
        PredictionMade prediction = RecordingRules.prediction(request, new UUID(0, 1), "alice", NOW);
        OutcomeObserved outcome =
                RecordingRules.outcome(RecordingRules.outcomeOf(trade, prediction.predictionId()), null, NOW);

        // Then
        assertThat(prediction.predictionId()).isEqualTo(RecordingRules.tradePredictionId(MODEL, "t-1"));
        assertThat(prediction.source()).isEqualTo(PredictionSource.EXTERNAL);
        assertThat(prediction.direction()).isEqualTo(Direction.DOWN);
        assertThat(prediction.owner()).isEqualTo("alice");
        assertThat(outcome.profit()).isEqualTo(-0.02);
        assertThat(outcome.actualReturn()).isEqualTo(0.02);
        assertThat(outcome.actualDirection()).isEqualTo(Direction.UP);
        assertThat(outcome.occurredAt()).isEqualTo(NOW);
    }

    private static OutcomeObserved outcome(double actualReturn, @Nullable Direction direction) {
        OutcomeRequest request = new OutcomeRequest(new UUID(0, 1), actualReturn, direction, null, null, null);
        return RecordingRules.outcome(request, "alice", NOW);
    }

    private static TradeRequest trade(String id, double profit, Direction direction) {
        return new TradeRequest(id, null, MODEL, 2, profit, null, direction, 0.8, "BTCUSD", null);
    }
}

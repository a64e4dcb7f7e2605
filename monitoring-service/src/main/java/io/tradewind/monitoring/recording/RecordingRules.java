package io.tradewind.monitoring.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import org.jspecify.annotations.Nullable;

/** Turns what is reported into the events it stands for. */
final class RecordingRules {

    private RecordingRules() {}

    static OutcomeObserved outcome(OutcomeRequest request, @Nullable String reportedBy, Instant now) {
        Direction direction = request.actualDirection();
        return new OutcomeObserved(
                request.predictionId(),
                request.actualReturn(),
                direction == null ? direction(request.actualReturn()) : direction,
                request.profit(),
                request.tradeId(),
                orElse(request.occurredAt(), now),
                reportedBy);
    }

    /** Id of a prediction that was reported without one: the same for the same place in the same request. */
    static UUID predictionId(UUID requestId, int place) {
        return UUID.nameUUIDFromBytes(("prediction|" + requestId + '|' + place).getBytes(StandardCharsets.UTF_8));
    }

    static PredictionMade prediction(PredictionRequest request, UUID id, String owner, Instant now) {
        Double latency = request.latencyMs();
        return new PredictionMade(
                orElse(request.predictionId(), id),
                request.modelId(),
                request.modelVersion(),
                null,
                owner,
                request.symbol(),
                request.timeframe(),
                request.candleOpenTime(),
                request.referencePrice(),
                orElse(request.horizonBars(), 1),
                orElse(request.task(), "direction"),
                orElse(request.outputs(), List.of()),
                request.direction(),
                orElse(request.confidence(), 0.0),
                request.expectedReturn(),
                PredictionSource.EXTERNAL,
                latency == null ? 0 : Math.round(latency * 1000),
                null,
                request.featureNames(),
                request.features(),
                orElse(request.occurredAt(), now));
    }

    /** The prediction a trade stands for that was made on none we know. */
    static PredictionRequest predictionOf(TradeRequest trade, UUID modelId, int modelVersion) {
        return new PredictionRequest(
                tradePredictionId(modelId, trade.tradeId()),
                modelId,
                modelVersion,
                trade.symbol(),
                null,
                null,
                null,
                1,
                "trade",
                orElse(trade.direction(), Direction.UP),
                trade.confidence(),
                null,
                null,
                null,
                null,
                null,
                trade.occurredAt());
    }

    static OutcomeRequest outcomeOf(TradeRequest trade, UUID predictionId) {
        boolean down = trade.direction() == Direction.DOWN;
        Double market = trade.actualReturn();
        double actual = market != null ? market : down ? -trade.profit() : trade.profit();
        return new OutcomeRequest(
                predictionId, actual, direction(actual), trade.profit(), trade.tradeId(), trade.occurredAt());
    }

    static UUID tradePredictionId(UUID modelId, String tradeId) {
        return UUID.nameUUIDFromBytes(("trade|" + modelId + '|' + tradeId).getBytes(StandardCharsets.UTF_8));
    }

    private static Direction direction(double actualReturn) {
        return actualReturn > 0 ? Direction.UP : actualReturn < 0 ? Direction.DOWN : Direction.FLAT;
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}

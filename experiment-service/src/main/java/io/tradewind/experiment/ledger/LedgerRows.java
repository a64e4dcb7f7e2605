package io.tradewind.experiment.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionMade.Assignment;
import io.vertx.mutiny.sqlclient.Tuple;

/** Events as the column arrays that {@link LedgerSql} unnests. */
final class LedgerRows {

    private LedgerRows() {}

    static Tuple predictions(List<PredictionMade> predictions) {
        List<Assignment> assignments = predictions.stream()
                .map(made -> Objects.requireNonNull(made.assignment(), "assignment"))
                .toList();
        return Tuple.from(List.of(
                predictions.stream().map(PredictionMade::predictionId).toArray(UUID[]::new),
                assignments.stream().map(Assignment::experimentId).toArray(UUID[]::new),
                assignments.stream().map(Assignment::phase).toArray(Integer[]::new),
                assignments.stream().map(Assignment::variant).toArray(String[]::new),
                assignments.stream().map(Assignment::unit).toArray(String[]::new),
                predictions.stream().map(made -> sign(made.direction())).toArray(Short[]::new),
                predictions.stream()
                        .map(made -> OffsetDateTime.ofInstant(made.occurredAt(), ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                predictions.stream().map(PredictionMade::owner).toArray(String[]::new)));
    }

    static Tuple outcomes(List<OutcomeObserved> outcomes) {
        return Tuple.from(List.of(
                outcomes.stream().map(OutcomeObserved::predictionId).toArray(UUID[]::new),
                outcomes.stream().map(OutcomeObserved::actualReturn).toArray(Double[]::new),
                outcomes.stream()
                        .map(observed -> sign(observed.actualDirection()))
                        .toArray(Short[]::new),
                outcomes.stream().map(OutcomeObserved::profit).toArray(Double[]::new),
                outcomes.stream()
                        .map(observed -> Objects.requireNonNullElse(observed.reportedBy(), ""))
                        .toArray(String[]::new)));
    }

    /** 1 up, -1 down, 0 flat: what a return is multiplied with to get a profit. */
    static Short sign(Direction direction) {
        return switch (direction) {
            case UP -> (short) 1;
            case DOWN -> (short) -1;
            case FLAT -> (short) 0;
        };
    }
}

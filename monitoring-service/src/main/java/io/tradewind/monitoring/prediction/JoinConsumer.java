package io.tradewind.monitoring.prediction;

import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.inbox.Redelivery;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Reads predictions and outcomes, in a group each: a transaction that held both would lock ids in no order. */
@Singleton
class JoinConsumer {

    private final Inbox inbox;
    private final JoinService join;

    JoinConsumer(Inbox inbox, JoinService join) {
        this.inbox = inbox;
        this.join = join;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume(
                "monitoring-predictions", Set.of(Topic.PREDICTIONS), this::predictions, Redelivery.LEFT_TO_HANDLER);
        inbox.consume("monitoring-outcomes", Set.of(Topic.OUTCOMES), this::outcomes, Redelivery.LEFT_TO_HANDLER);
    }

    Uni<Void> predictions(SqlConnection tx, List<Received> events) {
        return join.takePredictions(tx, of(PredictionMade.class, events));
    }

    Uni<Void> outcomes(SqlConnection tx, List<Received> events) {
        return join.takeOutcomes(tx, of(OutcomeObserved.class, events));
    }

    private static <E> List<E> of(Class<E> kind, List<Received> events) {
        return events.stream()
                .map(Received::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

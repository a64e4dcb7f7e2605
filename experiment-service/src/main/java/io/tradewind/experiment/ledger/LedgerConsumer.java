package io.tradewind.experiment.ledger;

import java.util.ArrayList;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes predictions and outcomes into the ledger. Both topics are keyed by prediction id over as many partitions, so a
 * prediction and its outcome always meet in the same consumer.
 */
@ApplicationScoped
class LedgerConsumer {

    private final Inbox inbox;
    private final Ledger ledger;

    LedgerConsumer(Inbox inbox, Ledger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    void start(@Observes StartupEvent event) {
        inbox.consume("ledger", Set.of(Topic.PREDICTIONS, Topic.OUTCOMES), this::handle, Redelivery.LEFT_TO_HANDLER);
    }

    private Uni<Void> handle(SqlConnection transaction, List<Received> events) {
        List<PredictionMade> assigned = new ArrayList<>();
        List<OutcomeObserved> outcomes = new ArrayList<>();
        for (Received received : events) {
            if (received.event() instanceof PredictionMade made && made.assignment() != null) {
                assigned.add(made);
            } else if (received.event() instanceof OutcomeObserved observed) {
                outcomes.add(observed);
            }
        }
        return ledger.record(transaction, assigned, outcomes);
    }
}

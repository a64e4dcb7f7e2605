package io.tradewind.experiment.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.kit.runtime.Housekeeping;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Assigned predictions, exposures and the arms' statistics. Whatever the order and however often events come, each
 * prediction and its first outcome are counted once, and a unit that met two arms is counted in none.
 */
@ApplicationScoped
class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);

    private final Pool pool;
    private final LedgerConfig config;

    Ledger(Pool pool, LedgerConfig config, Housekeeping housekeeping) {
        this.pool = pool;
        this.config = config;
        housekeeping.every(PRUNE_EVERY, "prune early outcomes", this::prune);
    }

    Uni<Void> record(SqlConnection transaction, List<PredictionMade> assigned, List<OutcomeObserved> outcomes) {
        return recordPredictions(transaction, assigned)
                .chain(fresh -> recordOutcomes(transaction, outcomes).replaceWith(fresh))
                .chain(fresh -> settle(transaction, fresh, outcomes));
    }

    /** Ids of the predictions that were new; an experiment that is gone takes nothing more. */
    private static Uni<List<UUID>> recordPredictions(SqlConnection transaction, List<PredictionMade> assigned) {
        if (assigned.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(LedgerSql.INSERT_PREDICTIONS)
                .execute(LedgerRows.predictions(assigned))
                .map(Ledger::ids)
                .call(fresh -> count(transaction, fresh));
    }

    private static Uni<Void> count(SqlConnection transaction, List<UUID> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple ids = Tuple.of(fresh.toArray(UUID[]::new));
        return transaction
                .preparedQuery(LedgerSql.INSERT_EXPOSURES)
                .execute(ids)
                .chain(() ->
                        transaction.preparedQuery(LedgerSql.CONTAMINATE_UNITS).execute(ids))
                .chain(() ->
                        transaction.preparedQuery(LedgerSql.COUNT_PREDICTIONS).execute(ids))
                .replaceWithVoid();
    }

    private static Uni<Void> recordOutcomes(SqlConnection transaction, List<OutcomeObserved> outcomes) {
        return outcomes.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(LedgerSql.INSERT_OUTCOMES)
                        .execute(LedgerRows.outcomes(outcomes))
                        .replaceWithVoid();
    }

    /** Joins whatever has both halves now. */
    private static Uni<Void> settle(SqlConnection transaction, List<UUID> fresh, List<OutcomeObserved> outcomes) {
        List<UUID> ids = new ArrayList<>(fresh);
        outcomes.forEach(outcome -> ids.add(outcome.predictionId()));
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(LedgerSql.SETTLE)
                        .execute(Tuple.of(ids.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private void prune() {
        OffsetDateTime before = OffsetDateTime.now().minus(config.earlyOutcomeRetention());
        pool.preparedQuery("delete from early_outcome where received_at < $1")
                .execute(Tuple.of(before))
                .subscribe()
                .with(
                        rows -> LOG.debugf("%d outcomes without an assigned prediction pruned", rows.rowCount()),
                        failure -> LOG.debugf("outcomes could not be pruned: %s", failure.toString()));
    }
}

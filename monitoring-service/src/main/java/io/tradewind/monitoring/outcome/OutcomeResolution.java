package io.tradewind.monitoring.outcome;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.prediction.Direction;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.kit.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Publishes the outcome of every prediction whose decisive candle is known, once. */
@Singleton
public class OutcomeResolution {

    private final Candles candles;
    private final Outbox outbox;
    private final Pool pool;
    private final OutcomeConfig config;

    OutcomeResolution(Candles candles, Outbox outbox, Pool pool, OutcomeConfig config) {
        this.candles = candles;
        this.outbox = outbox;
        this.pool = pool;
        this.config = config;
    }

    /** Decides what can be decided in these series, as part of a transaction; the sweep takes what is too much. */
    public Uni<Void> resolve(SqlConnection tx, Set<Series> series) {
        return series.isEmpty()
                ? Uni.createFrom().voidItem()
                : decide(tx, series).replaceWithVoid();
    }

    @Scheduled(
            identity = "outcome-sweep",
            every = "${monitoring.outcome.sweep-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.withTransaction(tx -> decide(tx, null))
                .chain(decided -> decided < config.batch() ? Uni.createFrom().voidItem() : sweep());
    }

    private Uni<Integer> decide(SqlConnection tx, @Nullable Set<Series> series) {
        return candles.decide(tx, series, config.batch()).flatMap(decided -> {
            if (decided.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            Instant now = Instant.now(Clock.systemUTC());
            List<OutcomeObserved> outcomes =
                    decided.stream().map(one -> outcome(one, now)).toList();
            return outbox.append(tx, outcomes).replaceWith(outcomes.size());
        });
    }

    private static OutcomeObserved outcome(Candles.Decided decided, Instant now) {
        double change = decided.actualReturn();
        Direction direction = change > 0 ? Direction.UP : change < 0 ? Direction.DOWN : Direction.FLAT;
        return new OutcomeObserved(decided.predictionId(), change, direction, null, null, now);
    }
}

package io.tradewind.monitoring.prediction;

import java.time.Clock;
import java.time.Instant;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Deletes predictions by id once nothing can ask for them any more. */
@Singleton
class LedgerExpiry {

    // Small enough that a deletion never holds up the join for long.
    private static final int CHUNK = 5_000;

    private final PredictionLedger ledger;
    private final PredictionConfig config;

    LedgerExpiry(PredictionLedger ledger, PredictionConfig config) {
        this.ledger = ledger;
        this.config = config;
    }

    @Scheduled(
            identity = "ledger-expiry",
            every = "${monitoring.prediction.expiry-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return expireBefore(Instant.now(Clock.systemUTC()).minus(config.retention()));
    }

    private Uni<Void> expireBefore(Instant time) {
        return ledger.expire(time, CHUNK)
                .chain(gone -> gone < CHUNK ? Uni.createFrom().voidItem() : expireBefore(time));
    }
}

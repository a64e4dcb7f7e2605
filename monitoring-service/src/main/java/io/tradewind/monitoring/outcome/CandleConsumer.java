package io.tradewind.monitoring.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.Topic;
import io.tradewind.contracts.market.CandleClosed;
import io.tradewind.kit.inbox.Inbox;
import io.tradewind.kit.inbox.Received;
import io.tradewind.kit.inbox.Redelivery;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps closes, and looks at once for what they decide. */
@Singleton
class CandleConsumer {

    private final Inbox inbox;
    private final Candles candles;
    private final OutcomeResolution resolution;

    CandleConsumer(Inbox inbox, Candles candles, OutcomeResolution resolution) {
        this.inbox = inbox;
        this.candles = candles;
        this.resolution = resolution;
    }

    void start(@Observes StartupEvent started) {
        inbox.consume("monitoring-candles", Set.of(Topic.CANDLES), this::handle, Redelivery.LEFT_TO_HANDLER);
    }

    Uni<Void> handle(SqlConnection tx, List<Received> events) {
        List<CandleClosed> closed = events.stream()
                .map(Received::event)
                .filter(CandleClosed.class::isInstance)
                .map(CandleClosed.class::cast)
                .toList();
        if (closed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Series> series = new HashSet<>();
        closed.forEach(candle -> series.add(new Series(candle.symbol(), candle.timeframe())));
        return candles.store(tx, closed).chain(() -> resolution.resolve(tx, series));
    }
}

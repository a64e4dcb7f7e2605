package io.tradewind.monitoring.prediction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.contracts.prediction.OutcomeObserved;
import io.tradewind.contracts.prediction.PredictionMade;
import io.tradewind.contracts.prediction.PredictionSource;
import io.tradewind.monitoring.drift.DriftService;
import io.tradewind.monitoring.drift.Observation;
import io.tradewind.monitoring.outcome.OutcomeResolution;
import io.tradewind.monitoring.outcome.Series;
import io.tradewind.monitoring.statistics.Arithmetic;
import io.tradewind.monitoring.statistics.BatchTally;
import io.tradewind.monitoring.statistics.Judgement;
import io.tradewind.monitoring.statistics.PerformanceWindows;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;

/**
 * Takes in batches of predictions and of outcomes. Every transaction locks ledger rows by id, then windows by key, then
 * drift windows by key, so that no two of them can wait for each other.
 */
@Singleton
class JoinService {

    private final PredictionLedger ledger;
    private final PerformanceWindows windows;
    private final DriftService drift;
    private final OutcomeResolution resolution;
    private final Arithmetic arithmetic;

    JoinService(
            PredictionLedger ledger,
            PerformanceWindows windows,
            DriftService drift,
            OutcomeResolution resolution,
            Arithmetic arithmetic) {
        this.ledger = ledger;
        this.arithmetic = arithmetic;
        this.windows = windows;
        this.drift = drift;
        this.resolution = resolution;
    }

    Uni<Void> takePredictions(SqlConnection tx, List<PredictionMade> predictions) {
        if (predictions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return arithmetic.compute(() -> entries(predictions)).chain(entries -> ledger.storePredictions(tx, entries)
                .chain(stored -> arithmetic.compute(() -> fresh(entries, stored)))
                .call(fresh -> windows.add(tx, fresh.tally()))
                .call(fresh -> drift.observe(tx, fresh.observations()))
                .chain(fresh -> resolution.resolve(tx, fresh.series())));
    }

    /** What the predictions of a batch that were not known yet come to. */
    private record Fresh(BatchTally tally, List<Observation> observations, Set<Series> series) {}

    private static SortedMap<UUID, LedgerEntry> entries(List<PredictionMade> predictions) {
        SortedMap<UUID, LedgerEntry> entries = new TreeMap<>();
        predictions.forEach(prediction -> entries.putIfAbsent(prediction.predictionId(), LedgerEntry.of(prediction)));
        return entries;
    }

    private static Fresh fresh(SortedMap<UUID, LedgerEntry> entries, Map<UUID, Optional<Judgement>> stored) {
        entries.keySet().retainAll(stored.keySet());
        return new Fresh(tally(entries, stored), observations(entries), series(entries));
    }

    Uni<Void> takeOutcomes(SqlConnection tx, List<OutcomeObserved> outcomes) {
        if (outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return arithmetic
                .compute(() -> first(outcomes))
                .chain(first -> ledger.storeOutcomes(tx, first))
                .chain(judgements -> arithmetic.compute(() -> tally(judgements)))
                .chain(tally -> windows.add(tx, tally));
    }

    private static SortedMap<UUID, OutcomeObserved> first(List<OutcomeObserved> outcomes) {
        SortedMap<UUID, OutcomeObserved> first = new TreeMap<>();
        outcomes.forEach(outcome -> {
            ProfitRules.refuseImpossible(outcome.actualReturn(), outcome.profit());
            first.merge(outcome.predictionId(), outcome, JoinService::moreTrusted);
        });
        return first;
    }

    private static BatchTally tally(List<Judgement> judgements) {
        BatchTally tally = new BatchTally();
        judgements.forEach(tally::count);
        return tally;
    }

    // Whoever reported an outcome as a user may turn out not to be the prediction's owner.
    private static OutcomeObserved moreTrusted(OutcomeObserved earlier, OutcomeObserved later) {
        return earlier.reportedBy() != null && later.reportedBy() == null ? later : earlier;
    }

    private static BatchTally tally(SortedMap<UUID, LedgerEntry> entries, Map<UUID, Optional<Judgement>> stored) {
        BatchTally tally = new BatchTally();
        entries.values().forEach(entry -> {
            PredictionMade prediction = entry.prediction();
            tally.count(entry.window(), prediction.confidence(), prediction.latencyMicros());
            stored.get(entry.id()).ifPresent(tally::count);
        });
        return tally;
    }

    private static List<Observation> observations(SortedMap<UUID, LedgerEntry> entries) {
        List<Observation> observations = new ArrayList<>();
        entries.values().stream()
                // A rule-based answer says nothing about what the model sees or gives.
                .filter(entry -> entry.prediction().source() != PredictionSource.FALLBACK)
                .filter(entry -> !entry.prediction().outputs().isEmpty()
                        || entry.prediction().features() != null)
                .forEach(entry -> observations.add(Observation.of(entry.window(), entry.prediction())));
        return observations;
    }

    private static Set<Series> series(SortedMap<UUID, LedgerEntry> entries) {
        Set<Series> series = new HashSet<>();
        entries.values().stream()
                .filter(LedgerEntry::waiting)
                .forEach(entry -> series.add(new Series(
                        entry.prediction().symbol(), entry.prediction().timeframe())));
        return series;
    }
}

package io.tradewind.monitoring.coverage;

import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.tradewind.monitoring.prediction.PredictionLedger;
import io.tradewind.monitoring.statistics.PerformanceWindows;
import io.tradewind.monitoring.statistics.Selection;
import jakarta.inject.Singleton;

/** Counts coverage. */
@Singleton
public class CoverageService {

    private final PerformanceWindows windows;
    private final PredictionLedger ledger;

    CoverageService(PerformanceWindows windows, PredictionLedger ledger) {
        this.windows = windows;
        this.ledger = ledger;
    }

    /** Coverage of a model over everything there is. */
    public Uni<Coverage> coverage(UUID modelId) {
        return windows.tally(new Selection(modelId, null, null, null, null)).flatMap(tally -> ledger.unmatched()
                .map(unmatched -> new Coverage(
                        modelId,
                        tally.predictions(),
                        tally.joined(),
                        tally.joined(),
                        tally.predictions() - tally.joined(),
                        unmatched)));
    }
}

package io.tradewind.contracts.experiment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * The whole definition and state of an experiment after a change (the topic is compacted).
 *
 * @param seed text mixed into the hash that assigns units; the experiment's id unless its author chose another
 * @param symbols markets it runs on; empty for all
 * @param timeframe candles it runs on; null for all
 * @param phase counts changes of the weights, from 1
 * @param coverage share of units that take part, in [0, 1]
 * @param revision grows by one with every change; an older one than already seen is to be ignored
 */
public record ExperimentChanged(
        UUID experimentId,
        String name,
        String owner,
        ExperimentStatus status,
        RandomisationUnit unit,
        String seed,
        List<String> symbols,
        @Nullable String timeframe,
        int phase,
        double coverage,
        List<Variant> variants,
        long revision,
        Instant occurredAt)
        implements Event {

    /**
     * One arm.
     *
     * @param modelId model that answers for units of this arm
     * @param modelVersion version it must be; null for whichever is active
     * @param weight share of the covered units, all weights adding up to 1
     */
    public record Variant(
            String name, UUID modelId, @Nullable Integer modelVersion, double weight, boolean control) {}

    public ExperimentChanged {
        symbols = List.copyOf(symbols);
        variants = List.copyOf(variants);
    }

    @Override
    public String eventKey() {
        return experimentId.toString();
    }
}

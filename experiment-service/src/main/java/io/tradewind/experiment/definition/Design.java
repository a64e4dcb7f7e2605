package io.tradewind.experiment.definition;

import java.util.List;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.contracts.experiment.RandomisationUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment compares, and when its result counts. Fixed at creation.
 *
 * @param symbols markets it runs on; empty for all
 * @param timeframe candles it runs on; null for all
 * @param variants two or more, exactly one the control, weights adding up to 1
 * @param minimumSampleSize outcomes each arm must have before anything is concluded
 * @param significance probability of a false positive that is accepted, in (0, 0.5]
 * @param coverage share of units that take part, in (0, 1]
 * @param costBps cost of taking a position, in hundredths of a percent of the stake
 */
public record Design(
        String name,
        @Nullable String hypothesis,
        RandomisationUnit unit,
        @Nullable String seed,
        List<String> symbols,
        @Nullable String timeframe,
        List<Variant> variants,
        PrimaryMetric primaryMetric,
        int minimumSampleSize,
        double significance,
        double coverage,
        double costBps) {

    public Design {
        symbols = List.copyOf(symbols);
        variants = List.copyOf(variants);
    }

    /** The arm the others are compared with. */
    public Variant control() {
        return variants.stream().filter(Variant::control).findFirst().orElseThrow();
    }

    /** The other arms, in the author's order. */
    public List<Variant> treatments() {
        return variants.stream().filter(variant -> !variant.control()).toList();
    }
}

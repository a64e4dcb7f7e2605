package io.tradewind.experiment.results;

import io.tradewind.contracts.experiment.ExperimentChanged.Variant;
import io.tradewind.experiment.ledger.Arm;
import io.tradewind.experiment.statistics.Interval;
import io.tradewind.experiment.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/** One arm so far; means are null before the first outcome. */
public record VariantView(
        String name,
        boolean control,
        double weight,
        long units,
        long predictions,
        long outcomes,
        AccuracyView accuracy,
        ProfitView pnl) {

    /**
     * Share of directions that came true; predictions that took no side are left out.
     *
     * @param interval by Wilson, or by the spread of units where those are analysed; null where there is too little
     */
    record AccuracyView(
            long n, @Nullable Double mean, @Nullable Interval interval) {}

    /** Profit per outcome as a fraction of the stake, after costs. */
    record ProfitView(
            long n,
            double sum,
            @Nullable Double mean,
            @Nullable Double standardDeviation) {}

    private static AccuracyView accuracy(Proportion accuracy, @Nullable Interval interval) {
        return accuracy.trials() == 0
                ? new AccuracyView(0, null, null)
                : new AccuracyView(accuracy.trials(), accuracy.value(), interval);
    }

    static VariantView of(Variant variant, Arm arm, @Nullable Interval interval) {
        long n = arm.outcomes();
        return new VariantView(
                variant.name(),
                variant.control(),
                variant.weight(),
                arm.units(),
                arm.predictions(),
                n,
                accuracy(arm.accuracy(), interval),
                new ProfitView(
                        n,
                        arm.profit().sum(),
                        n == 0 ? null : arm.profit().mean(),
                        n < 2 ? null : arm.profit().standardDeviation()));
    }
}

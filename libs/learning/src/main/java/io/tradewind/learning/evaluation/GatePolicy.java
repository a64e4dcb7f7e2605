package io.tradewind.learning.evaluation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds of the gates. Beating the majority baseline by one standard error is always asked for: where most bars rise,
 * 55 % can be worse than no model.
 *
 * @param maximumDrawdown positive share of the peak
 */
public record GatePolicy(double minimumDirectionalAccuracy, double minimumProfitFactor, double maximumDrawdown) {

    private static final double MINIMUM_F1 = 0.5;

    /** Directional accuracy of at least 55 %, profit factor of at least 1.5, drawdown of at most 20 %. */
    public static final GatePolicy DEFAULT = new GatePolicy(0.55, 1.5, 0.20);

    /**
     * The verdict on labels, which nobody can trade by themselves: found well enough, and better than by their base rates.
     *
     * @param f1 over all labels together
     */
    Gates checkLabels(@Nullable Double f1, @Nullable Double edge, @Nullable Double edgeStandardError) {
        return Gates.of(List.of(
                GateCheck.atLeast("f1", f1, MINIMUM_F1), GateCheck.above("edgeOverMajority", edge, edgeStandardError)));
    }

    /** The verdict; an undefined metric fails its check. */
    public Gates check(
            @Nullable Double directionalAccuracy,
            @Nullable Double profitFactor,
            @Nullable Double maxDrawdown,
            @Nullable Double edge,
            @Nullable Double edgeStandardError) {
        return Gates.of(List.of(
                GateCheck.atLeast("directionalAccuracy", directionalAccuracy, minimumDirectionalAccuracy),
                GateCheck.atLeast("profitFactor", profitFactor, minimumProfitFactor),
                GateCheck.atMost("maxDrawdown", maxDrawdown, maximumDrawdown),
                GateCheck.above("edgeOverMajority", edge, edgeStandardError)));
    }
}

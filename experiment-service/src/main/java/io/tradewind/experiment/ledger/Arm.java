package io.tradewind.experiment.ledger;

import io.tradewind.experiment.statistics.Moments;
import io.tradewind.experiment.statistics.Proportion;

/**
 * What was counted for one arm in one phase.
 *
 * @param units distinct units that met this arm only
 * @param predictions answers to them
 * @param accuracy outcomes whose direction was predicted, among those of predictions that took a side
 * @param profit profits of all outcomes, as fractions of the stake, after costs
 */
public record Arm(String variant, long units, long predictions, Proportion accuracy, Moments profit) {

    /** An arm nothing was counted for yet. */
    public static Arm empty(String variant) {
        return new Arm(variant, 0, 0, new Proportion(0, 0), new Moments(0, 0, 0));
    }

    /** Outcomes observed. */
    public long outcomes() {
        return profit.n();
    }
}

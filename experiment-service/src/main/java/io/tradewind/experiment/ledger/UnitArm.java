package io.tradewind.experiment.ledger;

import io.tradewind.experiment.statistics.ClusteredMean;

/**
 * What was counted for one arm in one phase, unit by unit.
 *
 * @param accuracy share of directions that came true, clustered by unit
 * @param profit profit per outcome as a fraction of the stake, after costs, clustered by unit
 */
public record UnitArm(String variant, ClusteredMean accuracy, ClusteredMean profit) {

    /** An arm nothing was counted for yet. */
    public static UnitArm empty(String variant) {
        ClusteredMean nothing = new ClusteredMean(0, 0, 0, 0, 0, 0);
        return new UnitArm(variant, nothing, nothing);
    }
}

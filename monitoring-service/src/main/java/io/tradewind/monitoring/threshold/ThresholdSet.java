package io.tradewind.monitoring.threshold;

import java.util.List;

/**
 * All thresholds.
 *
 * @param revision grows by one with every change
 */
public record ThresholdSet(long revision, List<Threshold> thresholds) {

    public ThresholdSet {
        thresholds = List.copyOf(thresholds);
    }
}

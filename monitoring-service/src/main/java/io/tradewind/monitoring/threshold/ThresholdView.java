package io.tradewind.monitoring.threshold;

import java.util.List;
import java.util.UUID;

import io.tradewind.contracts.alert.AlertSeverity;

/** A threshold on the wire. */
record ThresholdView(
        UUID id,
        String type,
        String metric,
        Comparison comparison,
        double value,
        AlertSeverity severity,
        long minimumSample,
        double exitMargin,
        boolean enabled) {

    /** All of them. */
    record All(long revision, List<ThresholdView> thresholds) {}

    static All of(ThresholdSet set) {
        return new All(
                set.revision(), set.thresholds().stream().map(ThresholdView::of).toList());
    }

    private static ThresholdView of(Threshold threshold) {
        return new ThresholdView(
                threshold.id(),
                threshold.type(),
                threshold.metric().publicName(),
                threshold.comparison(),
                threshold.value(),
                threshold.severity(),
                threshold.minimumSample(),
                threshold.exitMargin(),
                threshold.enabled());
    }
}

package io.tradewind.monitoring.alert;

import io.tradewind.monitoring.threshold.Threshold;
import org.jspecify.annotations.Nullable;

/** Decides whether an alert fires or resolves. */
final class AlertRules {

    private static final AlertDecision STAY = new AlertDecision.Stay();

    private AlertRules() {}

    /**
     * Too small a sample decides nothing: it neither raises an alert nor clears one.
     *
     * @param open whether an alert of this threshold is open now
     * @param value of the metric; null where its data gives none
     * @param sample observations the value rests on
     */
    static AlertDecision decide(Threshold threshold, boolean open, @Nullable Double value, long sample) {
        if (value == null || sample < threshold.minimumSample()) {
            return STAY;
        }
        if (!open && threshold.crossedBy(value)) {
            return new AlertDecision.Fire(value, sample);
        }
        if (open && threshold.clearedBy(value)) {
            return new AlertDecision.Resolve(value, sample);
        }
        return STAY;
    }
}

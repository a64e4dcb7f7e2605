package io.tradewind.experiment.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One arm against the control on one metric.
 *
 * @param statistic value of the test's statistic; signed for t
 * @param degreesOfFreedom of the statistic's distribution
 * @param pValue two-sided, in [0, 1]
 * @param effect treatment minus control, in the metric's unit
 * @param relativeEffect effect divided by the control's value; null where that is zero
 * @param interval confidence interval of the effect
 */
public record Comparison(
        double statistic,
        double degreesOfFreedom,
        double pValue,
        double effect,
        @Nullable Double relativeEffect,
        Interval interval) {

    static @Nullable Double relative(double effect, double control) {
        return control == 0 ? null : effect / Math.abs(control);
    }
}
